import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { noticeItems, notices, objections } from '@/db/schema/reviews';
import { markLine } from '@/features/notices/commands';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import { takeAttempt } from '@/server/attempts';
import { enterCity, type Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { senderNetwork } from '@/server/request';
import { personName, timeText } from '@/features/reviews/case-steps';
import type { objectionInput, resolveObjectionInput } from './input';
import { checkSubject, dismiss, lockSubject, objectTo, uphold } from './subjects';

/** Limits what one network may file within an hour: enough for serious objections, too little for a flood. */
const objectionsPerHour = 5;

async function withinLimit(tx: Tx): Promise<boolean> {
  const limit = { key: `objection:${await senderNetwork()}`, atMost: objectionsPerHour };
  return (await takeAttempt(tx, [limit], '1 hour')) !== undefined;
}

type FileRefusal = 'objection_closed' | 'too_many_objections';

/**
 * Records an objection to a line of a notice. Any person may do so while the notice runs, in writing and by
 * name. The case, or the one row of a list, waits until every objection against it is resolved.
 */
export async function fileObjection(
  grant: Grant<'objection.file'>,
  input: z.output<typeof objectionInput>,
): Promise<Outcome<{ reference: string; noticeId: string }, FileRefusal>> {
  const { tx, now } = grant;
  if (!(await withinLimit(tx))) return refused('too_many_objections');
  const [found] = await tx
    .select({ item: noticeItems, endsAt: notices.endsAt, withdrawnAt: notices.withdrawnAt })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .where(eq(noticeItems.id, input.itemId));
  if (!found || found.endsAt <= now || found.withdrawnAt) return refused('objection_closed');
  const { item } = found;
  await enterCity(grant, item.cityId);
  const reference = await nextReference(tx, item.cityId, 'YY');
  if (!(await objectTo(grant, item, reference))) return refused('objection_closed');
  await tx.insert(objections).values({
    noticeItemId: item.id,
    cityId: item.cityId,
    applicationId: item.applicationId,
    awardRowId: item.awardRowId,
    reference,
    objectorName: input.objectorName,
    objectorContact: input.objectorContact,
    grounds: input.grounds,
  });
  await markLine(grant, item.id, 'objected');
  await notify(tx, { cityId: item.cityId, roles: ['approver'] }, 'objection_filed', {
    reference,
    path: paths.city.objections(),
  });
  return done({ reference, noticeId: item.noticeId });
}

type Objection = typeof objections.$inferSelect;
type ResolveRefusal = 'objection_unknown' | 'objection_resolved' | 'same_person' | 'state_changed';

/** Locks and returns the objection and what it is about, for an official who made none of the decisions before. */
async function lockForResolution(grant: Grant<'objection.resolve'>, objectionId: string) {
  const { tx, actor } = grant;
  const mine = and(eq(objections.id, objectionId), eq(objections.cityId, cityOf(actor)));
  const [known] = await tx.select().from(objections).where(mine);
  // The case or the list is locked first, as in all commands, so that objections against it do not change meanwhile.
  const subject = known && (await lockSubject(grant, known));
  const [objection] = await tx.select().from(objections).where(mine).for('update');
  if (!objection || !subject) return refused('objection_unknown');
  if (objection.state !== 'open') {
    const who = await personName(tx, objection.resolvedBy);
    const when = objection.resolvedAt ? await timeText(objection.resolvedAt) : '';
    return refused('objection_resolved', { who, when });
  }
  const checked = checkSubject(subject, userOf(actor));
  return checked.ok ? done({ objection, subject }) : checked;
}

async function close(
  grant: Grant<'objection.resolve'>,
  objection: Objection,
  state: 'dismissed' | 'upheld',
  resolution: string,
): Promise<void> {
  await grant.tx
    .update(objections)
    .set({ state, resolution, resolvedBy: userOf(grant.actor), resolvedAt: grant.now })
    .where(eq(objections.id, objection.id));
}

const openOthers = (tx: Tx, objection: Objection) =>
  tx
    .select()
    .from(objections)
    .where(
      and(
        objection.awardRowId === null
          ? eq(objections.applicationId, objection.applicationId ?? '')
          : eq(objections.awardRowId, objection.awardRowId),
        eq(objections.cityId, objection.cityId),
        eq(objections.state, 'open'),
        ne(objections.id, objection.id),
      ),
    )
    .for('update');

const eventData = (objection: Objection, resolution: string) => ({
  objection: objection.reference,
  resolution,
  noConflict: 'yes',
});

/** Dismisses an objection as unfounded. If it was the last open one, what it was about goes back on its notice. */
export async function dismissObjection(
  grant: Grant<'objection.resolve'>,
  input: z.output<typeof resolveObjectionInput>,
): Promise<Outcome<{ id: string }, ResolveRefusal>> {
  const locked = await lockForResolution(grant, input.objectionId);
  if (!locked.ok) return locked;
  const { objection, subject } = locked.value;
  const others = await openOthers(grant.tx, objection);
  const dismissed = await dismiss(grant, subject, {
    lineId: objection.noticeItemId,
    last: others.length === 0,
    data: eventData(objection, input.resolution),
  });
  if (!dismissed.ok) return dismissed;
  await close(grant, objection, 'dismissed', input.resolution);
  return done({ id: objection.id });
}

/** Upholds an objection: the award is cancelled, and all other open objections against it are upheld with it. */
export async function upholdObjection(
  grant: Grant<'objection.resolve'>,
  input: z.output<typeof resolveObjectionInput>,
): Promise<Outcome<{ id: string }, ResolveRefusal>> {
  const locked = await lockForResolution(grant, input.objectionId);
  if (!locked.ok) return locked;
  const { objection, subject } = locked.value;
  const upheld = await uphold(grant, subject, {
    lineId: objection.noticeItemId,
    data: eventData(objection, input.resolution),
  });
  if (!upheld.ok) return upheld;
  for (const one of [objection, ...(await openOthers(grant.tx, objection))]) {
    await close(grant, one, 'upheld', input.resolution);
  }
  return done({ id: objection.id });
}
