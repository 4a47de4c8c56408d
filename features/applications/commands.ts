import 'server-only';
import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applicationRevisions, applications, corrections } from '@/db/schema/applications';
import { documents } from '@/db/schema/documents';
import { cities, organisations } from '@/db/schema/people';
import { rounds } from '@/db/schema/programmes';
import { storeDocument, type DocumentRefusal } from '@/features/documents/commands';
import { listDocuments } from '@/features/documents/queries';
import { tell } from '@/features/notifications/commands';
import { findProgramme, getVersion, type Version } from '@/features/programmes/queries';
import { formatDate } from '@/lib/dates';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, organisationOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { deadline } from '@/lib/working-days';
import { assessApplication, storable } from './assessment';
import { allFields } from './domain/form';
import { applicationLifecycle } from './domain/lifecycle';
import { incompleteSections, readSection } from './domain/validate';
import type * as inputs from './input';

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

async function lockOwn(grant: Grant, applicationId: string): Promise<Row | undefined> {
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

type StartRefusal = 'programme_unknown' | 'round_closed' | 'applicant_kind' | 'application_running';

/** Opens a draft under the programme's current rules, which the case keeps from then on. */
export async function startApplication(
  grant: Grant<'application.draft'>,
  input: Input<'startApplicationInput'>,
): Promise<Outcome<{ id: string }, StartRefusal>> {
  const { tx, actor, now } = grant;
  const programme = await findProgramme({ tx, now }, input.programme);
  if (!programme) return refused('programme_unknown');
  if (!programme.round) return refused('round_closed');
  const organisationId = organisationOf(actor);
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (organisation?.kind !== 'startup') return refused('applicant_kind');
  const carried = Object.fromEntries(
    allFields(programme.version.form).flatMap((field) => {
      const value = input[field.name];
      return typeof value === 'string' ? [[field.name, value]] : [];
    }),
  );
  const prefilled = {
    contactName: organisation.contactName,
    contactPhone: organisation.contactPhone,
    ...carried,
  };
  const answers: Record<string, string> = {};
  for (const section of programme.version.form.sections) {
    Object.assign(answers, readSection(section, prefilled).answers);
  }
  const [row] = await tx
    .insert(applications)
    .values({
      cityId: programme.cityId,
      organisationId,
      programmeId: programme.id,
      versionId: programme.version.id,
      roundId: programme.round.id,
      answers,
      createdBy: userOf(actor),
    })
    .returning();
  if (!row) throw new Error('The application was not written.');
  await grant.record({ action: 'application.started', ...aboutCase(row) });
  return done({ id: row.id });
}

/** The fields that may change now: all of a draft, those named by a correction request afterwards. */
async function openFields(grant: Grant, row: Row, version: Version): Promise<Set<string>> {
  if (row.state === 'draft') return new Set(allFields(version.form).map((field) => field.name));
  if (row.state !== 'returned') return new Set();
  const [correction] = await grant.tx
    .select()
    .from(corrections)
    .where(eq(corrections.applicationId, row.id));
  return new Set(Object.keys(correction?.fields ?? {}));
}

type SaveRefusal =
  'case_unknown' | 'not_editable' | 'save_stale' | 'section_unknown' | 'field_invalid';

/**
 * Saves one section. Wrong answers are told and nothing is saved; answers that were saved by a
 * colleague meanwhile are not overwritten.
 */
export async function saveSection(
  grant: Grant<'application.draft'>,
  input: Input<'saveSectionInput'>,
): Promise<Outcome<{ id: string; onward: string; revision: number }, SaveRefusal>> {
  const { tx, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const version = await getVersion(tx, row.versionId);
  const open = await openFields(grant, row, version);
  if (open.size === 0) return refused('not_editable');
  const section = version.form.sections.find((candidate) => candidate.id === input.section);
  if (!section) return refused('section_unknown');
  const typed = Object.fromEntries(
    section.fields.flatMap((field) => {
      const value = input[field.name];
      return typeof value === 'string' ? [[field.name, value]] : [];
    }),
  );
  const { answers, faults } = readSection(section, typed);
  const [faulty] = Object.entries(faults);
  if (faulty)
    return refused('field_invalid', { fault: faulty[1].code, ...faulty[1].values }, faulty[0]);
  const changed = Object.entries(answers).filter(
    ([name, value]) => open.has(name) && name in typed && (row.answers[name] ?? '') !== value,
  );
  const ticked = section.fields.filter(
    (field) => field.kind === 'declaration' && open.has(field.name),
  );
  for (const field of ticked) {
    if (!(field.name in typed) && row.answers[field.name]) changed.push([field.name, '']);
  }
  if (changed.length > 0 && row.revision !== input.revision) return refused('save_stale');
  const revision = changed.length > 0 ? row.revision + 1 : row.revision;
  await tx
    .update(applications)
    .set({ answers: { ...row.answers, ...Object.fromEntries(changed) }, revision, updatedAt: now })
    .where(eq(applications.id, row.id));
  await grant.record({
    action: 'application.saved',
    ...aboutCase(row),
    data: { section: section.id, fields: changed.map(([name]) => name).join(' ') },
  });
  return done({ id: row.id, onward: input.onward, revision });
}

type AttachRefusal = 'case_unknown' | 'not_editable' | DocumentRefusal;

/** Hands in a file for a requirement; an earlier one stays until it is removed. */
export async function attachDocument(
  grant: Grant<'application.draft'>,
  input: Input<'attachDocumentInput'>,
): Promise<Outcome<{ id: string }, AttachRefusal>> {
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const open = await openFields(grant, row, await getVersion(grant.tx, row.versionId));
  if (!open.has(input.requirement)) return refused('not_editable');
  const stored = await storeDocument(grant, {
    file: input.file,
    applicationId: row.id,
    requirement: input.requirement,
  });
  if (!stored.ok) return { ...stored, field: 'file' };
  await grant.record({
    action: 'document.attached',
    ...aboutCase(row),
    data: { requirement: input.requirement, documentId: stored.value.id },
  });
  return done({ id: row.id });
}

export async function removeDocument(
  grant: Grant<'application.draft'>,
  input: Input<'removeDocumentInput'>,
): Promise<Outcome<{ id: string }, 'case_unknown' | 'not_editable'>> {
  const { tx, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const open = await openFields(grant, row, await getVersion(tx, row.versionId));
  const [removed] = await tx
    .update(documents)
    .set({ removedAt: now })
    .where(
      and(
        eq(documents.id, input.documentId),
        eq(documents.applicationId, row.id),
        inArray(documents.requirement, [...open, '']),
        isNull(documents.removedAt),
      ),
    )
    .returning({ id: documents.id });
  if (!removed) return refused('not_editable');
  await grant.record({
    action: 'document.removed',
    ...aboutCase(row),
    data: { documentId: removed.id },
  });
  return done({ id: row.id });
}

type SubmitRefusal =
  'case_unknown' | 'state_changed' | 'round_closed' | 'sections_incomplete' | 'not_eligible';

/** Everything that must hold before a case goes to the city. */
async function readyToSubmit(grant: Grant, row: Row, version: Version) {
  const files = await listDocuments(grant.tx, { applicationId: row.id });
  const present = new Set(files.map((file) => file.requirement));
  const incomplete = incompleteSections(version.form, row.answers, present);
  if (incomplete.length > 0) return refused('sections_incomplete', { count: incomplete.length });
  const assessment = await assessApplication(grant.tx, row, grant.now);
  return assessment?.eligible ? done(assessment) : refused('not_eligible');
}

/** Sends the case to the city: it gets its reference, its amount and its service deadline. */
export async function submitApplication(
  grant: Grant<'application.submit'>,
  input: Input<'applicationInput'>,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const next = applicationLifecycle.next(row.state, 'submit');
  if (!next.ok) return next;
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, row.roundId));
  if (!round || round.closesAt <= now) return refused('round_closed');
  const version = await getVersion(tx, row.versionId);
  const ready = await readyToSubmit(grant, row, version);
  if (!ready.ok) return ready;
  const [city] = await tx.select().from(cities).where(eq(cities.id, row.cityId));
  const [numbered] = await tx.execute<{ reference: string }>(
    sql`select app.next_reference(${city?.prefix ?? ''}) as reference`,
  );
  const reference = numbered?.reference ?? '';
  const dueAt = deadline(now, version.rules.service.reviewWorkingDays);
  await tx
    .update(applications)
    .set({
      state: next.value,
      reference,
      assessedFen: ready.value.amountFen,
      submittedBy: userOf(actor),
      submittedAt: now,
      dueAt,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id));
  await tx.insert(applicationRevisions).values({
    applicationId: row.id,
    number: 1,
    answers: row.answers,
    assessment: storable(ready.value),
    submittedBy: userOf(actor),
    at: now,
  });
  const path = `/startup/applications/${row.id}/status`;
  await tell(tx, { organisationId: row.organisationId, roles: ['owner'] }, 'application_received', {
    reference,
    due: formatDate(dueAt, 'zh-CN'),
    path,
  });
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  await tell(tx, { cityId: row.cityId, roles: ['reviewer'] }, 'application_submitted', {
    reference,
    organisation: organisation?.name ?? '',
    path: `/city/cases/${row.id}`,
  });
  await grant.record({
    action: 'application.submitted',
    ...aboutCase(row),
    data: { assessedFen: ready.value.amountFen.toString(), reference },
  });
  return done({ id: row.id });
}

/** Answers a correction request: the service clock runs on from where it stopped. */
export async function resubmitApplication(
  grant: Grant<'application.submit'>,
  input: Input<'applicationInput'>,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const next = applicationLifecycle.next(row.state, 'resubmit');
  if (!next.ok) return next;
  const version = await getVersion(tx, row.versionId);
  const ready = await readyToSubmit(grant, row, version);
  if (!ready.ok) return ready;
  const stood = row.pausedAt ? now.getTime() - row.pausedAt.getTime() : 0;
  await tx
    .update(applications)
    .set({
      state: next.value,
      assessedFen: ready.value.amountFen,
      pausedAt: null,
      dueAt: row.dueAt && new Date(row.dueAt.getTime() + stood),
      corrected: true,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id));
  await tx
    .update(corrections)
    .set({ answeredAt: now })
    .where(eq(corrections.applicationId, row.id));
  await tx.insert(applicationRevisions).values({
    applicationId: row.id,
    number: 2,
    answers: row.answers,
    assessment: storable(ready.value),
    submittedBy: userOf(actor),
    at: now,
  });
  await tell(tx, { cityId: row.cityId, roles: ['reviewer'] }, 'application_corrected', {
    reference: row.reference ?? '',
    path: `/city/cases/${row.id}`,
  });
  await grant.record({
    action: 'application.resubmitted',
    ...aboutCase(row),
    data: { assessedFen: ready.value.amountFen.toString() },
  });
  return done({ id: row.id });
}

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
  return done({ id: row.id });
}

/** Sweep: drafts of closed rounds, and corrections that nobody made in time. */
export async function expireOverdue(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const drafts = await tx
    .select({ row: applications })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        eq(applications.cityId, cityOf(actor)),
        eq(applications.state, 'draft'),
        lte(rounds.closesAt, now),
      ),
    )
    .limit(500);
  const returned = await tx
    .select({ row: applications })
    .from(applications)
    .innerJoin(corrections, eq(corrections.applicationId, applications.id))
    .where(
      and(
        eq(applications.cityId, cityOf(actor)),
        eq(applications.state, 'returned'),
        lte(corrections.dueAt, now),
      ),
    )
    .limit(500);
  const due = [...drafts, ...returned];
  for (const { row } of due) {
    const next = applicationLifecycle.next(row.state, 'expire');
    if (!next.ok) continue;
    await tx
      .update(applications)
      .set({ state: next.value, updatedAt: now })
      .where(eq(applications.id, row.id));
    await tell(
      tx,
      { organisationId: row.organisationId, roles: ['owner'] },
      'application_expired',
      {
        reference: row.reference ?? '',
        path: `/startup/applications/${row.id}/status`,
      },
    );
    await grant.record({ action: 'application.expired', ...aboutCase(row) });
  }
  return done({ count: due.length });
}
