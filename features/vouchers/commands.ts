import 'server-only';
import { and, eq, inArray, lte, not, or } from 'drizzle-orm';
import type { z } from 'zod';
import { vouchers } from '@/db/schema/vouchers';
import { post, setFrozen } from '@/features/ledger/commands';
import { getBalance, hasRest, keptByPause } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity, writeState } from '@/server/rows';
import { aboutVoucher } from './about';
import type * as inputs from './input';
import { voucherLifecycle } from './domain/lifecycle';

type VoucherRow = typeof vouchers.$inferSelect;

const tellHolder = (
  { tx }: Grant,
  row: VoucherRow,
  template: 'voucher_frozen' | 'voucher_unfrozen' | 'voucher_expired',
  values: { reason: string; left: string },
) =>
  notify(tx, { organisationId: row.organisationId, roles: ['owner'] }, template, {
    ...values,
    amount: formatFen(row.faceValueFen),
    path: paths.startup.voucher(row.id),
  });

/** Freezes or unfreezes a voucher; without a `reason` (null) it unfreezes. */
async function changeFrozen(
  grant: Grant<'voucher.freeze'>,
  voucherId: string,
  reason: string | null,
): Promise<Outcome<{ id: string }, 'voucher_unknown' | 'state_changed'>> {
  const row = await lockInCity(grant, vouchers, voucherId);
  if (!row) return refused('voucher_unknown');
  const frozen = reason !== null;
  const moved = await advance(grant, vouchers, row, {
    lifecycle: voucherLifecycle,
    transition: frozen ? 'freeze' : 'unfreeze',
    set: { frozenReason: reason },
    event: {
      ...aboutVoucher(row),
      action: frozen ? 'voucher.frozen' : 'voucher.unfrozen',
      data: reason === null ? {} : { reason },
    },
  });
  if (!moved.ok) return moved;
  await setFrozen(grant, { cityId: row.cityId, voucherId: row.id, frozen });
  await tellHolder(grant, row, frozen ? 'voucher_frozen' : 'voucher_unfrozen', {
    reason: reason ?? '',
    left: '',
  });
  return moved;
}

/** Freezes a voucher during an inquiry: nothing can be held or claimed. */
export const freezeVoucher = (
  grant: Grant<'voucher.freeze'>,
  input: z.output<typeof inputs.freezeInput>,
) => changeFrozen(grant, input.voucherId, input.reason);

/** Unfreezes a voucher, so that it can be used again. */
export const unfreezeVoucher = (
  grant: Grant<'voucher.freeze'>,
  input: z.output<typeof inputs.unfreezeInput>,
) => changeFrozen(grant, input.voucherId, null);

/** Returns the unused amount of one voucher to its pool, in fen; zero if nothing is left. */
async function returnRest(grant: Grant, row: VoucherRow): Promise<Fen> {
  const balance = await getBalance(grant.tx, row.id);
  if (!balance || balance.availableFen <= 0n) return zeroFen;
  const posted = await post(
    grant,
    { kind: 'expire', amountFen: balance.availableFen, voucherId: row.id },
    // The amount returned before distinguishes this return from the next one, so that each happens only once.
    `expire:${row.id}:${balance.returnedFen.toString()}`,
  );
  if (!posted.ok) throw new Error(`Expiry of ${row.id} was declined: ${posted.code}`);
  return balance.availableFen;
}

/** Expires a voucher. If it has already expired, returns what has become free since then. */
async function expireOne(grant: Grant, row: VoucherRow): Promise<void> {
  const ended = row.state === 'expired';
  if (!ended) {
    const step = { lifecycle: voucherLifecycle, transition: 'expire' } as const;
    const moved = await writeState(grant, vouchers, row, step);
    if (!moved.ok) throw new Error(`Voucher ${row.id} cannot expire from ${row.state}.`);
  }
  const returnedFen = await returnRest(grant, row);
  if (!ended && returnedFen > 0n) {
    await tellHolder(grant, row, 'voucher_expired', { left: formatFen(returnedFen), reason: '' });
  }
  await grant.record({
    ...aboutVoucher(row),
    action: ended ? 'voucher.rest_returned' : 'voucher.expired',
    data: { returnedFen: returnedFen.toString() },
  });
}

/**
 * Returns the unused amounts of expired vouchers to their pools, including frozen ones (sweep). Another sweep, which runs
 * before, ends their holds. A claimed amount stays held until the city decides; if the city decides against it, this sweep
 * returns it.
 */
export async function expireVouchers(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const due = await tx
    .select()
    .from(vouchers)
    .where(
      and(
        eq(vouchers.cityId, cityOf(actor)),
        lte(vouchers.validTo, now),
        not(keptByPause(vouchers.programmeId, vouchers.validTo)),
        or(
          inArray(vouchers.state, ['active', 'frozen']),
          and(eq(vouchers.state, 'expired'), hasRest(vouchers.id)),
        ),
      ),
    )
    .orderBy(vouchers.id)
    .limit(500)
    // A voucher that another transaction works on now is left to the next run.
    .for('update', { skipLocked: true });
  for (const row of due) await expireOne(grant, row);
  return done({ count: due.length });
}
