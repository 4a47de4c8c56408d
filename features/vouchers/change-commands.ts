import 'server-only';
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { vouchers } from '@/db/schema/vouchers';
import { waitingClaims } from '@/features/claims/queries';
import { extendAccount, post, setFrozen } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { getBalance } from '@/features/ledger/queries';
import { releaseVoucherHolds } from '@/features/redemptions/hold-commands';
import { waitingRedemptions } from '@/features/redemptions/queries';
import { zeroFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { writeState } from '@/server/rows';
import { voucherLifecycle } from './domain/lifecycle';

type VoucherRow = typeof vouchers.$inferSelect;

/**
 * Revokes a locked voucher: ends its holds and returns everything unused to its pool. What was used stays as it is. Refuses while
 * an amount is claimed and not decided on, because a revocation must not decide a case of its own. The caller records the event.
 */
export async function revokeVoucher(
  grant: Grant,
  row: VoucherRow,
): Promise<Outcome<{ returnedFen: Fen }, 'state_changed' | 'claims_waiting' | LedgerRefusal>> {
  const { tx } = grant;
  const step = { lifecycle: voucherLifecycle, transition: 'revoke' } as const;
  const moved = await writeState(grant, vouchers, row, step);
  if (!moved.ok) return moved;
  // The locks on the holds come first: a vendor who claims at this moment has done so, or finds its hold ended.
  const ended = await releaseVoucherHolds(grant, row.id);
  if (!ended.ok) return ended;
  const waiting = (await waitingRedemptions(tx, row.id)) + (await waitingClaims(tx, row.id));
  if (waiting > 0) return refused('claims_waiting', { n: waiting });
  const balance = await getBalance(tx, row.id);
  if (!balance || balance.heldFen > 0n) throw new Error(`Voucher ${row.id} still holds money.`);
  const returnedFen = balance.availableFen;
  if (returnedFen > 0n) {
    const posting = { kind: 'clawback', amountFen: returnedFen, voucherId: row.id } as const;
    const posted = await post(grant, posting, `revoke:${row.id}`);
    if (!posted.ok) return posted;
  }
  await setFrozen(grant, { cityId: row.cityId, voucherId: row.id, frozen: true });
  return done({ returnedFen: returnedFen > 0n ? returnedFen : zeroFen });
}

/** Gives a locked voucher and its account more time. The caller has checked the rules and records the event. */
export async function extendVoucher(grant: Grant, row: VoucherRow, validTo: Date): Promise<void> {
  await grant.tx.update(vouchers).set({ validTo }).where(eq(vouchers.id, row.id));
  await extendAccount(grant, { cityId: row.cityId, voucherId: row.id, validTo });
}

/** Locks a programme's vouchers that were in use at an instant and issued before another, in the order of their ids. */
export const lockInUse = (
  { tx }: Pick<Grant, 'tx'>,
  programmeId: string,
  { since, until }: { since: Date; until: Date },
): Promise<VoucherRow[]> =>
  tx
    .select()
    .from(vouchers)
    .where(
      and(
        eq(vouchers.programmeId, programmeId),
        inArray(vouchers.state, ['active', 'frozen']),
        gt(vouchers.validTo, since),
        lt(vouchers.issuedAt, until),
      ),
    )
    .orderBy(vouchers.id)
    .for('update');

/** Gives locked vouchers more days. The caller has given them to their accounts, and records the event. */
export async function extendVouchersByDays(
  { tx }: Pick<Grant, 'tx'>,
  rows: readonly { id: string; days: number }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const days = rows.map((row) => row.days);
  await tx.execute(sql`update ${vouchers} v set valid_to = v.valid_to + d.n * interval '24 hours'
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(days)}::integer[]) d(id, n) where v.id = d.id`);
}
