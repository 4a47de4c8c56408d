import 'server-only';
import { and, eq, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applications, corrections } from '@/db/schema/applications';
import { rounds } from '@/db/schema/programmes';
import { writeLetter } from '@/features/letters/commands';
import { notify } from '@/features/notifications/commands';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import { shanghaiDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { lockOfOrganisation } from '@/server/rows';
import { advanceCase, type CaseRow } from './case-state';
import { resumedDeadline } from './domain/deadlines';
import { applicationLifecycle, isFinal } from './domain/lifecycle';
import type * as inputs from './input';
import { takesSubmissions } from './programme-state';
import {
  answerAgain,
  closeSignOff,
  readyToSubmit,
  tellSubmitted,
  writeRevision,
  type Unready,
} from './submission';

/** Locks a case of the user's own organisation. Returns undefined if there is no such case. */
export const lockOwn = (grant: Grant, applicationId: string): Promise<CaseRow | undefined> =>
  lockOfOrganisation(grant, applications, applicationId);

type SubmitRefusal =
  | 'case_unknown'
  | 'state_changed'
  | 'round_closed'
  | 'already_submitted'
  | 'programme_suspended'
  | 'programme_ended'
  | Unready;

/** Submits the case to the city: the case gets its reference, its amount and its deadline for the review. */
export async function submitApplication(
  grant: Grant<'application.submit'>,
  input: z.output<typeof inputs.submitInput>,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor, now, calendar } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  if (row.submittedBy && !isFinal(row.state)) return answerAgain(grant, row);
  if (!applicationLifecycle.can(row.state, 'submit')) return refused('state_changed');
  const taken = await takesSubmissions(tx, row.programmeId);
  if (!taken.ok) return taken;
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, row.roundId));
  if (!round || round.closesAt <= now) return refused('round_closed');
  const version = await getVersion(tx, row.versionId);
  const ready = await readyToSubmit(grant, row, version, input);
  if (!ready.ok) return ready;
  const reference = await nextReference(tx, row.cityId);
  const { answers, assessedFen } = ready.value;
  const workingDays = version.rules.service.reviewWorkingDays;
  const dueAt = calendar.deadline(now, workingDays);
  const moved = await advanceCase(grant, row, {
    transition: 'submit',
    action: 'application.submitted',
    set: {
      reference,
      answers,
      assessedFen,
      submittedBy: userOf(actor),
      submittedAt: now,
      dueAt,
    },
    data: { assessedFen: assessedFen.toString(), reference },
  });
  if (!moved.ok) return moved;
  await writeRevision(grant, row.id, 1, ready.value);
  await closeSignOff(grant, row, 'signed');
  const receipt = {
    kind: 'receipt',
    amountFen: assessedFen.toString(),
    by: actor.name,
    workingDays,
    dueOn: shanghaiDate(dueAt),
  } as const;
  await writeLetter(grant, row, receipt, reference);
  await tellSubmitted(grant, row, reference, dueAt);
  return moved;
}

/** Submits the corrected case again. The review has as many working days as were left when the case was returned. */
export async function resubmitApplication(
  grant: Grant<'application.submit'>,
  input: z.output<typeof inputs.submitInput>,
): Promise<Outcome<{ id: string }, SubmitRefusal | 'correction_overdue'>> {
  const { tx, actor, now, calendar } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  if (!applicationLifecycle.can(row.state, 'resubmit')) return refused('state_changed');
  const [correction] = await tx
    .select()
    .from(corrections)
    .where(eq(corrections.applicationId, row.id));
  if (correction && correction.dueAt <= now) return refused('correction_overdue');
  const version = await getVersion(tx, row.versionId);
  const ready = await readyToSubmit(grant, row, version, input);
  if (!ready.ok) return ready;
  const { answers, assessedFen } = ready.value;
  if (!row.dueAt || !row.pausedAt) throw new Error(`The clock of case ${row.id} does not wait.`);
  const dueAt = resumedDeadline(calendar, { dueAt: row.dueAt, pausedAt: row.pausedAt, now });
  const moved = await advanceCase(grant, row, {
    transition: 'resubmit',
    action: 'application.resubmitted',
    set: {
      answers,
      assessedFen,
      pausedAt: null,
      dueAt,
      // The open stage of review waited with the whole review. Its finished ones stay finished.
      stageDueAt:
        row.stageDueAt &&
        resumedDeadline(calendar, { dueAt: row.stageDueAt, pausedAt: row.pausedAt, now }),
      corrected: true,
    },
    data: { assessedFen: assessedFen.toString() },
  });
  if (!moved.ok) return moved;
  await tx
    .update(corrections)
    .set({ answeredAt: now })
    .where(eq(corrections.applicationId, row.id));
  await writeRevision(grant, row.id, 2, ready.value);
  await closeSignOff(grant, row, 'signed');
  await writeLetter(grant, row, {
    kind: 'resubmission',
    by: actor.name,
    dueOn: shanghaiDate(dueAt),
    amountFen: assessedFen.toString(),
    workingDays: Math.max(0, calendar.between(shanghaiDate(now), shanghaiDate(dueAt))),
  });
  await notify(tx, { cityId: row.cityId, roles: ['reviewer'] }, 'application_corrected', {
    reference: row.reference ?? '',
    path: paths.city.case(row.id),
  });
  return moved;
}

/** Withdraws the case for good. The organisation may start a new one while the round is open. */
export async function withdrawApplication(
  grant: Grant<'application.withdraw'>,
  input: z.output<typeof inputs.withdrawInput>,
): Promise<Outcome<{ id: string }, 'case_unknown' | 'state_changed'>> {
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const moved = await advanceCase(grant, row, {
    transition: 'withdraw',
    action: 'application.withdrawn',
    set: { decisionReason: input.reason },
    data: { reason: input.reason },
  });
  if (!moved.ok) return moved;
  await closeSignOff(grant, row, 'cancelled');
  // A draft has no reference yet and was never received by the city, so no letter confirms its end.
  if (row.reference !== null) {
    await writeLetter(grant, row, {
      kind: 'withdrawal',
      reason: input.reason,
      by: grant.actor.name,
    });
  }
  if (row.assigneeId) {
    const reviewer = { cityId: row.cityId, roles: ['reviewer'] as const, only: row.assigneeId };
    await notify(grant.tx, reviewer, 'application_withdrawn', {
      reference: row.reference ?? '',
      reason: input.reason,
      path: paths.city.case(row.id),
    });
  }
  return moved;
}

/**
 * Expires the drafts of closed rounds and the cases whose correction was not made in time. It is called by a periodic
 * job and handles at most 500 cases at a time.
 */
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
    const moved = await advanceCase(grant, row, {
      transition: 'expire',
      action: 'application.expired',
    });
    if (!moved.ok) continue;
    await closeSignOff(grant, row, 'cancelled');
    const audience = { organisationId: row.organisationId, roles: ['owner'] as const };
    const title = titles.get(row.programmeId);
    await notify(tx, audience, 'application_expired', {
      reference: row.reference ?? '',
      title: title?.['zh-CN'] ?? '',
      titleEn: title?.en ?? '',
      path: paths.startup.status(row.id),
    });
    count += 1;
  }
  return done({ count });
}
