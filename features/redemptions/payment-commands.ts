import 'server-only';
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { redemptions } from '@/db/schema/redemptions';
import { entriesOfSettlements } from '@/features/ledger/settlement-queries';
import { fen, type Fen } from '@/lib/money';
import type { Grant } from '@/server/gate';
import { advance, advanceAll, lockInCity } from '@/server/rows';
import { aboutRedemption } from './about';
import { redemptionLifecycle } from './domain/lifecycle';

/**
 * Loads and locks the redemptions that a payment pays: those whose capture entries are lines of its settlement, less those
 * that were recovered whole.
 */
const redemptionsOf = (tx: Tx, paymentId: string) =>
  tx
    .select()
    .from(redemptions)
    .where(
      and(
        inArray(redemptions.captureEntryId, entriesOfSettlements(tx, paymentId)),
        ne(redemptions.state, 'reversed'),
      ),
    )
    .orderBy(asc(redemptions.id))
    .for('update');

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
  const paid = await redemptionsOf(grant.tx, paymentId);
  // A payment that was queued again keeps its redemptions when further ones join it.
  const rows = transition === 'batch' ? paid.filter(({ state }) => state !== 'batched') : paid;
  await advanceAll(grant, redemptions, rows, {
    lifecycle: redemptionLifecycle,
    transition,
    eventOf: (row) => ({ ...aboutRedemption(row), action: actions[transition] }),
  });
}

/**
 * Records that a redemption, or part of it, was reversed in the ledger. Once that is the whole amount, nothing of it is
 * paid any more.
 */
export async function reverseRedemption(
  grant: Grant,
  { redemptionId, amountFen }: { redemptionId: string; amountFen: Fen },
): Promise<void> {
  const row = await lockInCity(grant, redemptions, redemptionId);
  if (!row) throw new Error(`There is no redemption ${redemptionId} in the city.`);
  const reversedFen = fen(row.reversedFen + amountFen);
  const event = {
    ...aboutRedemption(row),
    action: 'redemption.reversed' as const,
    data: { amountFen: amountFen.toString(), reversedFen: reversedFen.toString() },
  };
  if (reversedFen < row.subsidyFen) {
    await grant.tx.update(redemptions).set({ reversedFen }).where(eq(redemptions.id, row.id));
    await grant.record(event);
    return;
  }
  const moved = await advance(grant, redemptions, row, {
    lifecycle: redemptionLifecycle,
    transition: 'reverse',
    set: { reversedFen },
    event,
  });
  if (!moved.ok) throw new Error(`Redemption ${row.id} cannot be reversed from ${row.state}.`);
}
