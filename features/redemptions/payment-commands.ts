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

/** The transitions of redemptions with their payment: it joins a batch, the bank pays it, or the bank returns it. */
const actions = {
  batch: 'redemption.batched',
  pay: 'redemption.paid',
  bounce: 'redemption.unpaid',
} as const;

/** Moves the redemptions that a payment pays to their next state, each with its event. */
export async function moveRedemptionsOf(
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
