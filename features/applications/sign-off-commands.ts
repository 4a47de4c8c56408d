import 'server-only';
import type { z } from 'zod';
import { signOffs } from '@/db/schema/applications';
import { listDocuments } from '@/features/documents/queries';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { aboutCase } from './case-state';
import { lockOwn } from './commands';
import { filesByRequirement } from './domain/sign-off';
import { incompleteSections } from '@/features/forms/domain/validate';
import { openSignOff } from './submission';
import type * as inputs from './input';

type RequestRefusal =
  'case_unknown' | 'state_changed' | 'owner_submits' | 'sections_incomplete' | 'sign_off_open';

/**
 * Asks the owners to check and submit the case. The present answers and files are kept with the request, so that
 * later changes can be shown.
 */
export async function requestSignOff(
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.requestSignOffInput>,
): Promise<Outcome<{ id: string }, RequestRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  if (row.state !== 'draft' && row.state !== 'returned') return refused('state_changed');
  if (actor.role === 'owner') return refused('owner_submits');
  const { form, guide } = await getVersion(tx, row.versionId);
  const files = await listDocuments(tx, { applicationId: row.id });
  const present = new Set(files.map(({ requirement }) => requirement));
  const incomplete = incompleteSections(form, row.answers, present);
  if (incomplete.length > 0) return refused('sections_incomplete', { count: incomplete.length });
  const [open] = await tx.select({ id: signOffs.id }).from(signOffs).where(openSignOff(row));
  if (open) return refused('sign_off_open');
  await tx.insert(signOffs).values({
    applicationId: row.id,
    organisationId: row.organisationId,
    note: input.note,
    answers: row.answers,
    files: filesByRequirement(files),
    requestedBy: userOf(actor),
    requestedAt: now,
  });
  const owners = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, owners, 'sign_off_requested', {
    who: actor.name,
    programme: guide.title['zh-CN'],
    programmeEn: guide.title.en,
    note: input.note,
    path: paths.startup.review(row.id),
  });
  await grant.record({
    action: 'application.sign_off_requested',
    ...aboutCase(row),
    data: { note: input.note },
  });
  return done({ id: row.id });
}

type ReturnRefusal = 'case_unknown' | 'sign_off_none' | 'sign_off_own';

/** Returns the request to the member who made it, with the reason. The form was never locked meanwhile. */
export async function returnSignOff(
  grant: Grant<'application.submit'>,
  input: z.output<typeof inputs.returnSignOffInput>,
): Promise<Outcome<{ id: string }, ReturnRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const [open] = await tx.select().from(signOffs).where(openSignOff(row));
  if (!open) return refused('sign_off_none');
  if (open.requestedBy === userOf(actor)) return refused('sign_off_own');
  await tx
    .update(signOffs)
    .set({ state: 'returned', answeredBy: userOf(actor), answeredAt: now, reason: input.reason })
    .where(openSignOff(row));
  const { guide } = await getVersion(tx, row.versionId);
  const members = { organisationId: row.organisationId, roles: ['member'] as const };
  await notify(tx, members, 'sign_off_returned', {
    who: actor.name,
    programme: guide.title['zh-CN'],
    programmeEn: guide.title.en,
    reason: input.reason,
    path: paths.startup.application(row.id),
  });
  await grant.record({
    action: 'application.sign_off_returned',
    ...aboutCase(row),
    data: { reason: input.reason },
  });
  return done({ id: row.id });
}
