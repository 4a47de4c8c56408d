import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { redemptions } from '@/db/schema/redemptions';
import { listSettlementLines } from '@/features/ledger/queries';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutRedemption } from './about';
import { redemptionLifecycle } from './domain/lifecycle';

/** Loads and locks the redemptions that a payment pays: those whose capture entries are lines of its settlement. */
async function redemptionsOf(tx: Tx, paymentId: string) {
  const lines = await listSettlementLines(tx, [paymentId]);
  if (lines.length === 0) return [];
  return tx
    .select()
    .from(redemptions)
    .where(
      inArray(
        redemptions.captureEntryId,
        lines.map((line) => line.entryId),
      ),
    )
    .orderBy(asc(redemptions.id))
    .for('update');
}

const actions = {
  batch: 'redemption.batched',
  pay: 'redemption.paid',
  bounce: 'redemption.unpaid',
} as const;

/** Moves the redemptions of a payment to their next state, each with its event. */
async function moveAll(
  grant: Grant,
  paymentId: string,
  transition: keyof typeof actions,
): Promise<void> {
  for (const row of await redemptionsOf(grant.tx, paymentId)) {
    const moved = await advance(grant, redemptions, row, {
      lifecycle: redemptionLifecycle,
      transition,
      event: { ...aboutRedemption(row), action: actions[transition] },
    });
    if (!moved.ok) throw new Error(`Redemption ${row.id} cannot ${transition} from ${row.state}.`);
  }
}

/** Marks the redemptions of a payment as part of a batch. */
export const markRedemptionsBatched = (grant: Grant, paymentId: string) =>
  moveAll(grant, paymentId, 'batch');

/** Marks the redemptions of a payment as paid. */
export const markRedemptionsPaid = (grant: Grant, paymentId: string) =>
  moveAll(grant, paymentId, 'pay');

/**
 * Marks the redemptions of a payment as unpaid again, because the bank has returned the payment and its batch waits
 * again.
 */
export const markRedemptionsUnpaid = (grant: Grant, paymentId: string) =>
  moveAll(grant, paymentId, 'bounce');
