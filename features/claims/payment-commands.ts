import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { listSettlementLines } from '@/features/ledger/queries';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutClaim } from './about';
import { claimLifecycle } from './domain/lifecycle';

/** Loads and locks the claims that a payment pays: those whose capture entries are lines of its settlement. */
async function claimsOfPayment(tx: Tx, paymentId: string) {
  const entryIds = (await listSettlementLines(tx, [paymentId])).map(({ entryId }) => entryId);
  if (entryIds.length === 0) return [];
  return tx
    .select()
    .from(claims)
    .where(inArray(claims.captureEntryId, entryIds))
    .orderBy(asc(claims.id))
    .for('update');
}

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
  for (const row of await claimsOfPayment(grant.tx, paymentId)) {
    // A payment that was queued again keeps its claims when further ones join it.
    if (transition === 'batch' && row.state === 'batched') continue;
    const moved = await advance(grant, claims, row, {
      lifecycle: claimLifecycle,
      transition,
      event: { ...aboutClaim(row), action: actions[transition] },
    });
    if (!moved.ok) throw new Error(`Claim ${row.id} cannot ${transition} from ${row.state}.`);
  }
}
