import 'server-only';
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { pauseExtensions, pauses } from '@/db/schema/pauses';
import { endPause as endLedgerPause } from '@/features/ledger/commands';
import { notifyMany } from '@/features/notifications/commands';
import { extendHolds, lockRunningHolds } from '@/features/redemptions/hold-commands';
import { extendVouchersByDays, lockInUse } from '@/features/vouchers/change-commands';
import { addDays, shanghaiDate, endOfDay, startOfDay, type IsoDate } from '@/lib/dates';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { lastDayOf, pausedDays, pauseEnd } from '../domain/days';
import { pauseLifecycle } from '../domain/lifecycle';
import { aboutPause, concernedVendors, tellCalledOff, titleOf, type PauseRow } from './about';
import type * as inputs from './input';

type Voucher = Awaited<ReturnType<typeof lockInUse>>[number];
type Extended = { voucher: Voucher; days: number; validTo: Date };

/**
 * Gives every voucher that was in use during a pause its days, with the holds on it, and opens the programme again. Locks vouchers,
 * holds and accounts before the pool, as whatever holds and claims does.
 */
async function giveDays(
  grant: Grant,
  row: PauseRow,
  endedOn: IsoDate | undefined,
): Promise<Extended[]> {
  const { cityId, programmeId, fromOn } = row;
  const since = startOfDay(fromOn);
  // A pause that was called off before its first day has no days; it ends where it would have begun.
  const until = endedOn === undefined ? since : pauseEnd(endedOn);
  const used = endedOn === undefined ? [] : await lockInUse(grant, programmeId, { since, until });
  const extended = used.map((voucher): Extended => {
    const span = { fromOn, endedOn: endedOn ?? fromOn };
    const days = pausedDays(span, shanghaiDate(voucher.issuedAt));
    const validTo = endOfDay(addDays(shanghaiDate(voucher.validTo), days));
    return { voucher, days, validTo };
  });
  const byVoucher = new Map(extended.map(({ voucher, days }) => [voucher.id, days]));
  const running = await lockRunningHolds(grant, [...byVoucher.keys()], since);
  const held = running.map(({ id, voucherId }) => ({ id, days: byVoucher.get(voucherId) ?? 0 }));
  const accounts = extended.map(({ voucher, days }) => ({ voucherId: voucher.id, days }));
  const holdIds = held.map(({ id }) => id);
  await endLedgerPause(grant, { cityId, programmeId, to: until, accounts, holdIds });
  await extendHolds(grant, held);
  await extendVouchersByDays(
    grant,
    accounts.map(({ voucherId, days }) => ({ id: voucherId, days })),
  );
  await writeExtensions(grant, row, extended);
  return extended;
}

/** Small enough for the values to fit into one statement. */
const atOnce = 1_000;

async function writeExtensions(
  { tx }: Grant,
  row: PauseRow,
  extended: readonly Extended[],
): Promise<void> {
  for (let at = 0; at < extended.length; at += atOnce) {
    await tx.insert(pauseExtensions).values(
      extended.slice(at, at + atOnce).map(({ voucher, days, validTo }) => ({
        cityId: row.cityId,
        organisationId: voucher.organisationId,
        pauseId: row.id,
        voucherId: voucher.id,
        days,
        validToBefore: voucher.validTo,
        validTo,
      })),
    );
  }
}

/** Tells the holders the new last day of each voucher, and the vendors that it can be held again. */
async function tellEnd(grant: Grant, row: PauseRow, extended: readonly Extended[]): Promise<void> {
  const { tx } = grant;
  const programme = await titleOf(tx, row.programmeId);
  await notifyMany(
    tx,
    ['owner', 'member'],
    'pause_over',
    extended.map(({ voucher, days, validTo }) => ({
      organisationId: voucher.organisationId,
      values: {
        programme,
        amount: formatFen(voucher.faceValueFen),
        days: String(days),
        validTo: validTo.toISOString(),
        path: paths.startup.voucher(voucher.id),
      },
    })),
  );
  await notifyMany(
    tx,
    ['vendor_operator'],
    'pause_over_vendor',
    (await concernedVendors(tx, row)).map((organisationId) => ({
      organisationId,
      values: { programme, path: paths.vendor.home() },
    })),
  );
}

/** Ends a locked pause on its last day; undefined where it is called off before its first. */
async function finish(
  grant: Grant,
  row: PauseRow,
  endedOn: IsoDate | undefined,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const extended = await giveDays(grant, row, endedOn);
  const { actor, now } = grant;
  const moved = await advance(grant, pauses, row, {
    lifecycle: pauseLifecycle,
    transition: 'end',
    set: { endedOn: endedOn ?? null, endedAt: now, endedBy: actor.userId },
    event: {
      ...aboutPause(row),
      action: 'pause.ended',
      data: { fromOn: row.fromOn, toOn: endedOn ?? null },
    },
  });
  if (!moved.ok) return moved;
  if (endedOn === undefined) await tellCalledOff(grant, row);
  else await tellEnd(grant, row, extended);
  return moved;
}

/** Ends a pause today, which counts as its last day, or calls off one that has not begun. */
export async function endPause(
  grant: Grant<'pause.end'>,
  input: z.output<typeof inputs.pauseInput>,
): Promise<Outcome<{ id: string }, 'pause_unknown' | 'pause_not_in_force'>> {
  const row = await lockInCity(grant, pauses, input.pauseId);
  if (!row) return refused('pause_unknown');
  if (row.state !== 'released') return refused('pause_not_in_force');
  const ended = await finish(grant, row, lastDayOf(row, shanghaiDate(grant.now)));
  return ended.ok ? ended : refused('pause_not_in_force');
}

/** Ends the pauses whose stated last day is over (sweep). One that a person ends at this moment is left to that person. */
export async function endDuePauses(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const due = await tx
    .select()
    .from(pauses)
    .where(
      and(
        eq(pauses.cityId, cityOf(actor)),
        eq(pauses.state, 'released'),
        isNotNull(pauses.untilOn),
        lt(pauses.untilOn, shanghaiDate(now)),
      ),
    )
    .orderBy(pauses.id)
    .for('update', { skipLocked: true });
  for (const row of due) {
    const ended = await finish(grant, row, row.untilOn ?? undefined);
    if (!ended.ok) throw new Error(`Pause ${row.id} cannot end from ${row.state}.`);
  }
  return done({ count: due.length });
}
