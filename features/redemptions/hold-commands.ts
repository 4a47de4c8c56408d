import 'server-only';
import { and, eq, gt, inArray, lte, not, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { newId } from '@/db/new-id';
import { holds } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { getBalance, getHoldBalances, keptByPause } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { pauseOf } from '@/features/pauses/queries';
import { payoutOf } from '@/features/rules/domain/payout';
import type { Rules } from '@/features/rules/domain/rules';
import { priceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import { limitText, readAmount, type AmountRefusal } from '@/features/rules/typed-amount';
import { getVersion } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { addDays, endOfDay, shanghaiDate, type IsoDate } from '@/lib/dates';
import { formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockOfOrganisation } from '@/server/rows';
import { aboutHold } from './about';
import { limitsOf } from './domain/share';
import { heldForOrder, nameOf } from './queries';
import type * as inputs from './input';

type HoldRow = typeof holds.$inferSelect;

type HoldRefusal =
  | 'voucher_unknown'
  | 'voucher_revoked'
  | 'voucher_paused'
  | 'voucher_not_held'
  | 'vendor_not_listed'
  | 'hold_above_order'
  | 'hold_above_share'
  | 'hold_whole_only'
  | 'hold_whole_beyond'
  | AmountRefusal
  | LedgerRefusal;

/**
 * Returns until when a vendor may claim: the end of the last day of the term, but never after the voucher's own end.
 */
export function holdExpiry(today: IsoDate, holdDays: number, validTo: Date): Date {
  const last = endOfDay(addDays(today, holdDays));
  return last < validTo ? last : validTo;
}

type Wanted = z.output<typeof inputs.authoriseHoldInput> & {
  amountFen: Fen;
  /** The field that the amount or the quantity was typed in. */
  field: string;
};

/**
 * Returns why an amount cannot be held for an order, by the one limit that binds. A balance that is too small is
 * refused by the ledger instead, so that the refusal is recorded.
 */
async function amountObjection(
  tx: Tx,
  input: Wanted,
  { percentOfOrder, partialUse }: Rules['voucher'],
  price: UnitPrice | undefined,
) {
  const restFen = (await getBalance(tx, input.voucherId))?.availableFen ?? zeroFen;
  const beforeFen = await heldForOrder(tx, input);
  const { orderFen: totalFen, amountFen, field } = input;
  const { binding } = limitsOf({ totalFen, beforeFen, restFen, percentOfOrder });
  const most = limitText(binding.mostFen, price);
  const rest = limitText(restFen, price);
  if (!partialUse && binding.kind !== 'rest') {
    return refused('hold_whole_beyond', { rest, most }, field);
  }
  if (!partialUse && amountFen !== restFen)
    return refused('hold_whole_only', { most: rest }, field);
  if (binding.kind === 'rest' || amountFen <= binding.mostFen) return undefined;
  return refused(`hold_above_${binding.kind}`, { percent: percentOfOrder, most }, field);
}

/**
 * Returns why nothing can be held while the programme is paused, with its days and its reason. A pause that begins at this moment is
 * seen by the ledger, under the lock of the pool.
 */
async function pauseObjection({ tx, now }: Grant, programmeId: string) {
  const pause = await pauseOf({ tx, now }, programmeId);
  const today = shanghaiDate(now);
  if (!pause?.begun || (pause.untilOn !== null && pause.untilOn < today)) return undefined;
  const { fromOn, untilOn, reason } = pause;
  return refused('voucher_paused', { from: fromOn, until: untilOn ?? '', reason });
}

/** Sets part of a voucher aside for one vendor and one order. */
export async function authoriseHold(
  grant: Grant<'hold.authorise'>,
  input: z.output<typeof inputs.authoriseHoldInput>,
): Promise<Outcome<{ voucherId: string }, HoldRefusal>> {
  const { tx, actor, now } = grant;
  // The lock prevents two simultaneous holds for one order from exceeding the share together.
  const voucher = await lockOfOrganisation(grant, vouchers, input.voucherId);
  if (!voucher) return refused('voucher_unknown');
  if (voucher.state === 'revoked') return refused('voucher_revoked');
  const paused = await pauseObjection(grant, voucher.programmeId);
  if (paused) return paused;
  const listed = await listedVendors(tx, voucher.cityId);
  if (!listed.some((vendor) => vendor.id === input.vendorId)) {
    return refused('vendor_not_listed', {}, 'vendorId');
  }
  const { rules } = await getVersion(tx, voucher.versionId);
  if (payoutOf(rules) !== 'vendor') return refused('voucher_not_held');
  const { holdDays } = rules.voucher;
  const price = priceOf({ unit: voucher.unit, priceFen: voucher.unitPriceFen });
  const read = readAmount(input, price, 'amountFen');
  if (!read.ok) return read;
  const { money: amountFen, field } = read.value;
  const objection = await amountObjection(tx, { ...input, amountFen, field }, rules.voucher, price);
  if (objection) return objection;
  const holdId = await newId(tx);
  const expiresAt = holdExpiry(shanghaiDate(now), holdDays, voucher.validTo);
  const posted = await post(grant, {
    kind: 'hold',
    amountFen,
    voucherId: voucher.id,
    holdId,
    vendorId: input.vendorId,
    expiresAt,
  });
  if (!posted.ok && price && posted.code === 'ledger_insufficient') {
    const rest = (await getBalance(tx, voucher.id))?.availableFen ?? zeroFen;
    // Keeps the trace that the ledger leaves of what it declined.
    return {
      ...posted,
      ...refused('quantity_above_rest', { most: limitText(rest, price) }, field),
    };
  }
  if (!posted.ok) return { ...posted, field };
  const { voucherId, vendorId, orderNumber, orderFen } = input;
  const [hold] = await tx
    .insert(holds)
    .values({
      voucherId,
      vendorId,
      orderNumber,
      orderFen,
      amountFen,
      id: holdId,
      cityId: voucher.cityId,
      organisationId: voucher.organisationId,
      expiresAt,
      authorisedBy: userOf(actor),
    })
    .returning();
  if (!hold) throw new Error('The hold was not written.');
  await tellVendor(grant, hold);
  await grant.record({
    ...aboutHold(hold),
    action: 'hold.authorised',
    data: { amountFen: amountFen.toString(), orderNumber },
  });
  return done({ voucherId: voucher.id });
}

async function tellVendor({ tx }: Grant, hold: HoldRow): Promise<void> {
  const operators = { organisationId: hold.vendorId, roles: ['vendor_operator'] as const };
  await notify(tx, operators, 'hold_authorised', {
    organisation: await nameOf(tx, hold.organisationId),
    amount: formatFen(hold.amountFen),
    order: hold.orderNumber,
    expires: hold.expiresAt.toISOString(),
    path: paths.vendor.newRedemption({ hold: hold.id }),
  });
}

/** Notifies the vendor, which may no longer claim, and the start-up, which may spend the amount elsewhere. */
async function tellEnded({ tx, actor }: Grant, hold: HoldRow, amount: string): Promise<void> {
  const values = {
    organisation: await nameOf(tx, hold.organisationId),
    order: hold.orderNumber,
    amount,
  };
  const vendor = { organisationId: hold.vendorId, roles: ['vendor_operator'] as const };
  await notify(tx, vendor, 'hold_ended', { ...values, path: paths.vendor.home() });
  const holder = {
    organisationId: hold.organisationId,
    roles: ['owner'] as const,
    except: actor.userId,
  };
  const path = paths.startup.voucher(hold.voucherId);
  await notify(tx, holder, 'hold_ended', { ...values, path });
}

/** Notifies the vendor that the voucher of an order was revoked. The holder is told of the voucher itself. */
async function tellRevoked({ tx }: Grant, hold: HoldRow, amount: string): Promise<void> {
  const vendor = { organisationId: hold.vendorId, roles: ['vendor_operator'] as const };
  await notify(tx, vendor, 'hold_revoked', {
    organisation: await nameOf(tx, hold.organisationId),
    order: hold.orderNumber,
    amount,
    path: paths.vendor.home(),
  });
}

/** Returns the unclaimed rest of a hold to the voucher, and closes the hold. `tell` notifies those concerned of the amount. */
async function releaseRest(
  grant: Grant,
  hold: HoldRow,
  state: 'released' | 'expired',
  tell = tellEnded,
): Promise<Outcome<null, LedgerRefusal>> {
  const balance = (await getHoldBalances(grant.tx, [hold.id])).get(hold.id);
  const open = balance?.openFen ?? zeroFen;
  if (open > 0n) {
    const { id: holdId, voucherId, vendorId } = hold;
    const posting = { kind: 'release', amountFen: open, voucherId, holdId, vendorId } as const;
    const posted = await post(grant, posting, `release:${holdId}`);
    if (!posted.ok) return posted;
  }
  await grant.tx.update(holds).set({ state }).where(eq(holds.id, hold.id));
  await grant.record({
    ...aboutHold(hold),
    action: `hold.${state}`,
    data: { amountFen: open.toString() },
  });
  if (open > 0n) await tell(grant, hold, formatFen(open));
  return done(null);
}

/** Releases the part of a hold that the vendor has not claimed. */
export async function releaseHold(
  grant: Grant<'hold.authorise'>,
  input: z.output<typeof inputs.releaseHoldInput>,
): Promise<Outcome<{ voucherId: string }, 'hold_unknown' | 'hold_closed' | LedgerRefusal>> {
  const hold = await lockOfOrganisation(grant, holds, input.holdId);
  if (!hold) return refused('hold_unknown');
  if (hold.state !== 'open') return refused('hold_closed');
  const released = await releaseRest(grant, hold, 'released');
  return released.ok ? done({ voucherId: hold.voucherId }) : released;
}

/** Ends the open holds of a locked voucher that is being revoked. What vendors have claimed stays claimed. */
export async function releaseVoucherHolds(
  grant: Grant,
  voucherId: string,
): Promise<Outcome<null, LedgerRefusal>> {
  const open = await grant.tx
    .select()
    .from(holds)
    .where(and(eq(holds.voucherId, voucherId), eq(holds.state, 'open')))
    .orderBy(holds.id)
    .for('update');
  for (const hold of open) {
    const released = await releaseRest(grant, hold, 'released', tellRevoked);
    if (!released.ok) return released;
  }
  return done(null);
}

/** SQL for the programme of the voucher that a hold is on. */
const programmeOfHold = sql`(select v.programme_id from ${vouchers} v where v.id = ${holds.voucherId})`;

/**
 * Locks the open holds of locked vouchers that were running at an instant, in the order of their ids, for a pause that ends and
 * gives them its days.
 */
export async function lockRunningHolds(
  { tx }: Pick<Grant, 'tx'>,
  voucherIds: readonly string[],
  since: Date,
): Promise<{ id: string; voucherId: string; expiresAt: Date }[]> {
  return tx
    .select({ id: holds.id, voucherId: holds.voucherId, expiresAt: holds.expiresAt })
    .from(holds)
    .where(
      and(
        inArray(holds.voucherId, [...voucherIds]),
        eq(holds.state, 'open'),
        gt(holds.expiresAt, since),
      ),
    )
    .orderBy(holds.id)
    .for('update');
}

/** Gives locked holds more days. The caller has given them to the ledger's. */
export async function extendHolds(
  { tx }: Pick<Grant, 'tx'>,
  rows: readonly { id: string; days: number }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const days = rows.map((row) => row.days);
  await tx.execute(sql`update ${holds} h set expires_at = h.expires_at + d.n * interval '24 hours'
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(days)}::integer[]) d(id, n) where h.id = d.id`);
}

/**
 * Releases the holds whose time is over, unless a pause keeps them. What was claimed before stays claimed. It is called by a periodic job and
 * handles at most 500 holds at a time.
 */
export async function expireHolds(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const due = await tx
    .select()
    .from(holds)
    .where(
      and(
        eq(holds.cityId, cityOf(actor)),
        eq(holds.state, 'open'),
        lte(holds.expiresAt, now),
        not(keptByPause(programmeOfHold, holds.expiresAt)),
      ),
    )
    .orderBy(holds.id)
    .limit(500)
    // A hold that another transaction has locked is left to the next run.
    .for('update', { skipLocked: true });
  for (const hold of due) {
    const released = await releaseRest(grant, hold, 'expired');
    if (!released.ok) throw new Error(`Release of hold ${hold.id} was declined: ${released.code}`);
  }
  return done({ count: due.length });
}
