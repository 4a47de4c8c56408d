import 'server-only';
import { and, eq, lte, notInArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applications, corrections } from '@/db/schema/applications';
import { cities, organisations, users } from '@/db/schema/people';
import { rounds } from '@/db/schema/programmes';
import { tell } from '@/features/notifications/commands';
import { findProgramme, getVersion, programmeTitles } from '@/features/programmes/queries';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, organisationOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { deadline } from '@/lib/working-days';
import { resumedDeadline } from './domain/deadlines';
import type { FormDefinition } from './domain/form';
import { applicationLifecycle } from './domain/lifecycle';
import { readSection } from './domain/validate';
import type * as inputs from './input';
import { readyToSubmit, tellSubmitted, writeRevision, type Unready } from './submission';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;
type Row = typeof applications.$inferSelect;

/** What every event about a case says. */
export const aboutCase = (row: Row) => ({
  subject: { kind: 'application', id: row.id },
  applicationId: row.id,
  cityId: row.cityId,
  organisationId: row.organisationId,
  versionId: row.versionId,
});

/** The organisation's own case, locked. */
export async function lockOwn(grant: Grant, applicationId: string): Promise<Row | undefined> {
  const [row] = await grant.tx
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.organisationId, organisationOf(grant.actor)),
      ),
    )
    .for('update');
  return row;
}

type StartRefusal =
  | 'programme_unknown'
  | 'nobody_applies'
  | 'round_closed'
  | 'applicant_kind'
  | 'organisation_incomplete'
  | 'application_running';

/** Opens a draft under the programme's current rules, which the case keeps from then on. */
export async function startApplication(
  grant: Grant<'application.draft'>,
  input: Input<'startApplicationInput'>,
): Promise<Outcome<{ id: string }, StartRefusal>> {
  const { tx, actor, now } = grant;
  const programme = await findProgramme({ tx, now }, input.programme);
  if (!programme) return refused('programme_unknown');
  if (programme.rules.mode === 'automatic') return refused('nobody_applies');
  if (!programme.round) return refused('round_closed');
  const organisationId = organisationOf(actor);
  const [[organisation], [person]] = await Promise.all([
    tx.select().from(organisations).where(eq(organisations.id, organisationId)),
    tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, userOf(actor))),
  ]);
  if (organisation?.kind !== 'startup') return refused('applicant_kind');
  if (!organisation.registeredOn) return refused('organisation_incomplete');
  const running = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, organisationId),
        eq(applications.roundId, programme.round.id),
        notInArray(applications.state, ['issued', 'rejected', 'withdrawn', 'expired']),
      ),
    );
  if (running.length > 0) return refused('application_running');
  const known = {
    contactName: organisation.contactName,
    contactPhone: organisation.contactPhone,
    contactEmail: person?.email,
    ...input,
  };
  const [row] = await tx
    .insert(applications)
    .values({
      cityId: programme.cityId,
      organisationId,
      programmeId: programme.id,
      versionId: programme.version.id,
      roundId: programme.round.id,
      answers: prefilled(programme.version.form, known),
      createdBy: userOf(actor),
    })
    .returning();
  if (!row) throw new Error('The application was not written.');
  await grant.record({ action: 'application.started', ...aboutCase(row) });
  return done({ id: row.id });
}

/** What is known already, under the names of the form; what does not fit a field is left out. */
function prefilled(form: FormDefinition, known: Record<string, unknown>): Record<string, string> {
  const texts = Object.fromEntries(
    Object.entries(known).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const answers = form.sections.flatMap((section) =>
    Object.entries(readSection(section, texts).answers).filter(([, value]) => value !== ''),
  );
  return Object.fromEntries(answers);
}

type SubmitRefusal = 'case_unknown' | 'state_changed' | 'round_closed' | Unready;

/** Sends the case to the city: it gets its reference, its amount and its service deadline. */
export async function submitApplication(
  grant: Grant<'application.submit'>,
  input: Input<'submitInput'>,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const next = applicationLifecycle.next(row.state, 'submit');
  if (!next.ok) return next;
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, row.roundId));
  if (!round || round.closesAt <= now) return refused('round_closed');
  const version = await getVersion(tx, row.versionId);
  const ready = await readyToSubmit(grant, row, version, input);
  if (!ready.ok) return ready;
  const [city] = await tx.select().from(cities).where(eq(cities.id, row.cityId));
  if (!city) throw new Error(`Case ${row.id} belongs to no city.`);
  const [numbered] = await tx.execute<{ reference: string }>(
    sql`select app.next_reference(${city.prefix}) as reference`,
  );
  if (!numbered) throw new Error('No reference was given.');
  const { reference } = numbered;
  const { answers, assessment } = ready.value;
  const dueAt = deadline(now, version.rules.service.reviewWorkingDays);
  await tx
    .update(applications)
    .set({
      state: next.value,
      reference,
      answers,
      assessedFen: assessment.amountFen,
      submittedBy: userOf(actor),
      submittedAt: now,
      dueAt,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id));
  await writeRevision(grant, row.id, 1, ready.value);
  await tellSubmitted(grant, row, reference, dueAt);
  await grant.record({
    action: 'application.submitted',
    ...aboutCase(row),
    data: { assessedFen: assessment.amountFen.toString(), reference },
  });
  return done({ id: row.id });
}

/** Answers a correction request: the service clock runs on from where it stopped. */
export async function resubmitApplication(
  grant: Grant<'application.submit'>,
  input: Input<'submitInput'>,
): Promise<Outcome<{ id: string }, SubmitRefusal | 'correction_overdue'>> {
  const { tx, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const next = applicationLifecycle.next(row.state, 'resubmit');
  if (!next.ok) return next;
  const [correction] = await tx
    .select()
    .from(corrections)
    .where(eq(corrections.applicationId, row.id));
  if (correction && correction.dueAt <= now) return refused('correction_overdue');
  const version = await getVersion(tx, row.versionId);
  const ready = await readyToSubmit(grant, row, version, input);
  if (!ready.ok) return ready;
  const { answers, assessment } = ready.value;
  await tx
    .update(applications)
    .set({
      state: next.value,
      answers,
      assessedFen: assessment.amountFen,
      pausedAt: null,
      dueAt: row.dueAt && row.pausedAt && resumedDeadline(row.dueAt, row.pausedAt, now),
      corrected: true,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id));
  await tx
    .update(corrections)
    .set({ answeredAt: now })
    .where(eq(corrections.applicationId, row.id));
  await writeRevision(grant, row.id, 2, ready.value);
  await tell(tx, { cityId: row.cityId, roles: ['reviewer'] }, 'application_corrected', {
    reference: row.reference ?? '',
    path: `/city/cases/${row.id}`,
  });
  await grant.record({
    action: 'application.resubmitted',
    ...aboutCase(row),
    data: { assessedFen: assessment.amountFen.toString() },
  });
  return done({ id: row.id });
}

/** Takes the case back, for good: a new one may be started while the round is open. */
export async function withdrawApplication(
  grant: Grant<'application.withdraw'>,
  input: Input<'withdrawInput'>,
): Promise<Outcome<{ id: string }, 'case_unknown' | 'state_changed'>> {
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const next = applicationLifecycle.next(row.state, 'withdraw');
  if (!next.ok) return next;
  await grant.tx
    .update(applications)
    .set({ state: next.value, decisionReason: input.reason, updatedAt: grant.now })
    .where(eq(applications.id, row.id));
  await grant.record({
    action: 'application.withdrawn',
    ...aboutCase(row),
    data: { reason: input.reason },
  });
  if (row.assigneeId) {
    const reviewer = { cityId: row.cityId, roles: ['reviewer'] as const, only: row.assigneeId };
    await tell(grant.tx, reviewer, 'application_withdrawn', {
      reference: row.reference ?? '',
      reason: input.reason,
      path: `/city/cases/${row.id}`,
    });
  }
  return done({ id: row.id });
}

/** Sweep: drafts of closed rounds, and corrections that nobody made in time. */
export async function expireOverdue(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const found = await tx
    .select({ row: applications })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        eq(applications.cityId, cityOf(actor)),
        sql`(${applications.state} = 'draft' and ${lte(rounds.closesAt, now)}
          or ${applications.state} = 'returned' and exists (select 1 from ${corrections}
            where ${corrections.applicationId} = ${applications.id}
              and ${lte(corrections.dueAt, now)}))`,
      ),
    )
    .orderBy(applications.id)
    .limit(500)
    .for('update', { of: applications, skipLocked: true });
  const titles = await programmeTitles(
    tx,
    found.map(({ row }) => row.programmeId),
  );
  let count = 0;
  for (const { row } of found) {
    const next = applicationLifecycle.next(row.state, 'expire');
    if (!next.ok) continue;
    await tx
      .update(applications)
      .set({ state: next.value, updatedAt: now })
      .where(eq(applications.id, row.id));
    const audience = { organisationId: row.organisationId, roles: ['owner'] as const };
    await tell(tx, audience, 'application_expired', {
      reference: row.reference ?? titles.get(row.programmeId)?.['zh-CN'] ?? '',
      path: `/startup/applications/${row.id}/status`,
    });
    await grant.record({ action: 'application.expired', ...aboutCase(row) });
    count += 1;
  }
  return done({ count });
}
