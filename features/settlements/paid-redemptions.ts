import 'server-only';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { redemptions } from '@/db/schema/redemptions';
import { listSettlementLines } from '@/features/ledger/queries';
import { redemptionLifecycle } from '@/features/redemptions/domain/lifecycle';
import type { Grant } from '@/server/gate';

/** The redemptions a payment pays: those whose captures its settlement took. */
async function redemptionsOf(tx: Tx, paymentIds: readonly string[]) {
  const lines = await listSettlementLines(tx, paymentIds);
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

/** Moves what the payments pay for, each redemption with its event. */
export async function moveRedemptions(
  grant: Grant,
  paymentIds: readonly string[],
  transition: keyof typeof actions,
): Promise<void> {
  for (const row of await redemptionsOf(grant.tx, paymentIds)) {
    const next = redemptionLifecycle.next(row.state, transition);
    if (!next.ok) throw new Error(`Redemption ${row.id} cannot ${transition} from ${row.state}.`);
    await grant.tx.update(redemptions).set({ state: next.value }).where(eq(redemptions.id, row.id));
    await grant.record({
      action: actions[transition],
      subject: { kind: 'redemption', id: row.id },
      voucherId: row.voucherId,
      organisationId: row.organisationId,
    });
  }
}
