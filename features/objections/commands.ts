import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { noticeItems, notices, objections } from '@/db/schema/reviews';
import { aboutCase, advanceCase } from '@/features/applications/case-state';
import { markLine } from '@/features/notices/commands';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import { takeAttempt } from '@/server/attempts';
import { enterCity, type Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { senderNetwork } from '@/server/request';
import {
  lockCase,
  personName,
  refusalOf,
  notifyOfRefusal,
  timeText,
} from '@/features/reviews/case-steps';
import { mayResolve } from '@/features/reviews/domain/acts';
import type { objectionInput, resolveObjectionInput } from './input';

/** Limits what one network may file within an hour: enough for serious objections, too little for a flood. */
const objectionsPerHour = 5;

async function withinLimit(tx: Tx): Promise<boolean> {
  const limit = { key: `objection:${await senderNetwork()}`, atMost: objectionsPerHour };
  return (await takeAttempt(tx, [limit], '1 hour')) !== undefined;
}

type FileRefusal = 'objection_closed' | 'too_many_objections';

/**
 * Records an objection to a line of a notice. Any person may do so while the notice runs, in writing and by
 * name. The case waits until every objection against it is resolved.
 */
export async function fileObjection(
  grant: Grant<'objection.file'>,
  input: z.output<typeof objectionInput>,
): Promise<Outcome<{ reference: string; noticeId: string }, FileRefusal>> {
  const { tx, now } = grant;
  if (!(await withinLimit(tx))) return refused('too_many_objections');
  const [found] = await tx
    .select({ item: noticeItems, endsAt: notices.endsAt })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .where(eq(noticeItems.id, input.itemId));
  if (!found || found.endsAt <= now) return refused('objection_closed');
  const { item } = found;
  await enterCity(grant, item.cityId);
  const [row] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, item.applicationId), eq(applications.cityId, item.cityId)))
    .for('update');
  if (row?.state !== 'publicised' && row?.state !== 'objected') return refused('objection_closed');
  const reference = await nextReference(tx, row.cityId, 'YY');
  const event = { action: 'application.objected' as const, data: { objection: reference } };
  if (row.state === 'publicised') {
    const moved = await advanceCase(grant, row, { transition: 'object', ...event });
    if (!moved.ok) return refused('objection_closed');
  } else {
    await grant.record({ ...aboutCase(row), ...event });
  }
  await tx.insert(objections).values({
    noticeItemId: item.id,
    cityId: row.cityId,
    applicationId: row.id,
    reference,
    objectorName: input.objectorName,
    objectorContact: input.objectorContact,
    grounds: input.grounds,
  });
  await markLine(grant, item.id, 'objected');
  await notify(tx, { cityId: row.cityId, roles: ['approver'] }, 'objection_filed', {
    reference,
    path: paths.city.objections(),
  });
  return done({ reference, noticeId: item.noticeId });
}

type Objection = typeof objections.$inferSelect;
type ResolveRefusal = 'objection_unknown' | 'objection_resolved' | 'same_person' | 'state_changed';

/** Locks and returns the objection and its case, for an official who has not decided on that case before. */
async function lockForResolution(grant: Grant<'objection.resolve'>, objectionId: string) {
  const { tx, actor } = grant;
  const mine = and(eq(objections.id, objectionId), eq(objections.cityId, cityOf(actor)));
  const [known] = await tx.select().from(objections).where(mine);
  // The case is locked first, as in all commands, so that objections against it do not change meanwhile.
  const row = known && (await lockCase(grant, known.applicationId));
  const [objection] = await tx.select().from(objections).where(mine).for('update');
  if (!objection || !row) return refused('objection_unknown');
  if (objection.state !== 'open') {
    const who = await personName(tx, objection.resolvedBy);
    const when = objection.resolvedAt ? await timeText(objection.resolvedAt) : '';
    return refused('objection_resolved', { who, when });
  }
  return mayResolve(row, userOf(actor)) ? done({ objection, row }) : refused('same_person');
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
        eq(objections.applicationId, objection.applicationId),
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

/** Dismisses an objection as unfounded. If it was the last open one, the case goes back on its notice. */
export async function dismissObjection(
  grant: Grant<'objection.resolve'>,
  input: z.output<typeof resolveObjectionInput>,
): Promise<Outcome<{ id: string }, ResolveRefusal>> {
  const { tx } = grant;
  const locked = await lockForResolution(grant, input.objectionId);
  if (!locked.ok) return locked;
  const { objection, row } = locked.value;
  const event = {
    action: 'objection.dismissed' as const,
    data: eventData(objection, input.resolution),
  };
  const others = await openOthers(tx, objection);
  if (others.length > 0) {
    await grant.record({ ...aboutCase(row), ...event });
  } else {
    const moved = await advanceCase(grant, row, { transition: 'dismissObjection', ...event });
    if (!moved.ok) return moved;
    await markLine(grant, objection.noticeItemId, 'pending');
  }
  await close(grant, objection, 'dismissed', input.resolution);
  return done({ id: objection.id });
}

/** Upholds an objection: the award is cancelled, and all other open objections against it are upheld with it. */
export async function upholdObjection(
  grant: Grant<'objection.resolve'>,
  input: z.output<typeof resolveObjectionInput>,
): Promise<Outcome<{ id: string }, ResolveRefusal>> {
  const { tx } = grant;
  const locked = await lockForResolution(grant, input.objectionId);
  if (!locked.ok) return locked;
  const { objection, row } = locked.value;
  const refusal = await refusalOf(grant, row, input.resolution);
  const moved = await advanceCase(grant, row, {
    transition: 'upholdObjection',
    action: 'objection.upheld',
    set: refusal.set,
    data: eventData(objection, input.resolution),
  });
  if (!moved.ok) return moved;
  for (const upheld of [objection, ...(await openOthers(tx, objection))]) {
    await close(grant, upheld, 'upheld', input.resolution);
  }
  await markLine(grant, objection.noticeItemId, 'refused');
  await notifyOfRefusal(grant, row, input.resolution, refusal);
  return done({ id: objection.id });
}
