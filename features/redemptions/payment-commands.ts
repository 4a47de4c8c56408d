import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { redemptions } from '@/db/schema/redemptions';
import { listSettlementLines } from '@/features/ledger/queries';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutRedemption } from './about';
import { redemptionLifecycle } from './domain/lifecycle';

/** The redemptions a payment pays: those whose captures its settlement took. */
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

/** Moves what a payment pays for, each redemption with its event. */
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

/** Marks what a payment pays for as being in a batch. */
export const markRedemptionsBatched = (grant: Grant, paymentId: string) =>
  moveAll(grant, paymentId, 'batch');

/** Marks what a payment pays for as paid. */
export const markRedemptionsPaid = (grant: Grant, paymentId: string) =>
  moveAll(grant, paymentId, 'pay');

/** Takes back that it was paid: the bank has sent the payment back, and its batch waits again. */
export const markRedemptionsUnpaid = (grant: Grant, paymentId: string) =>
  moveAll(grant, paymentId, 'bounce');
