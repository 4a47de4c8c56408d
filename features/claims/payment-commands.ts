import 'server-only';
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { entriesOfSettlements } from '@/features/ledger/settlement-queries';
import { fen, type Fen } from '@/lib/money';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, advanceAll } from '@/server/rows';
import { aboutClaim } from './about';
import { claimLifecycle } from './domain/lifecycle';

/**
 * Loads and locks the claims that a payment pays: those whose capture entries are lines of its settlement, less those
 * that were recovered whole.
 */
const claimsOfPayment = (tx: Tx, paymentId: string) =>
  tx
    .select()
    .from(claims)
    .where(
      and(
        inArray(claims.captureEntryId, entriesOfSettlements(tx, paymentId)),
        ne(claims.state, 'reversed'),
      ),
    )
    .orderBy(asc(claims.id))
    .for('update');

/** The transitions of claims with their payment: it joins a batch, the bank pays it, or the bank returns it. */
const actions = {
  batch: 'claim.batched',
  pay: 'claim.paid',
  bounce: 'claim.unpaid',
} as const;

/** Moves the claims that a payment pays to their next state, each with its event. */
export async function moveClaimsOf(
  grant: Grant,
  paymentId: string,
  transition: keyof typeof actions,
): Promise<void> {
  const paid = await claimsOfPayment(grant.tx, paymentId);
  // A payment that was queued again keeps its claims when further ones join it.
  const rows = transition === 'batch' ? paid.filter(({ state }) => state !== 'batched') : paid;
  await advanceAll(grant, claims, rows, {
    lifecycle: claimLifecycle,
    transition,
    eventOf: (row) => ({ ...aboutClaim(row), action: actions[transition] }),
  });
}

/**
 * Records that a claim, or part of it, was reversed in the ledger, if the capture is that of a claim. Once that is the whole amount,
 * nothing of it is paid any more.
 */
export async function reverseClaim(
  grant: Grant,
  { captureEntryId, amountFen }: { captureEntryId: string; amountFen: Fen },
): Promise<void> {
  const [row] = await grant.tx
    .select()
    .from(claims)
    .where(and(eq(claims.captureEntryId, captureEntryId), eq(claims.cityId, cityOf(grant.actor))))
    .for('update');
  if (!row) return;
  const reversedFen = fen(row.reversedFen + amountFen);
  const event = {
    ...aboutClaim(row),
    action: 'claim.reversed' as const,
    data: { amountFen: amountFen.toString(), reversedFen: reversedFen.toString() },
  };
  if (reversedFen !== row.approvedFen) {
    await grant.tx.update(claims).set({ reversedFen }).where(eq(claims.id, row.id));
    await grant.record(event);
    return;
  }
  const moved = await advance(grant, claims, row, {
    lifecycle: claimLifecycle,
    transition: 'reverse',
    set: { reversedFen },
    event,
  });
  if (!moved.ok) throw new Error(`Claim ${row.id} cannot be reversed from ${row.state}.`);
}
