import { fen, type Fen } from '../../../lib/money';

/** What a payee has to get, in fen; below zero what it owes. */
type Due = { readonly payeeId: string; readonly amountFen: Fen; readonly hasAccount: boolean };
/** A payment that failed and waits for another batch. */
type Queued = { readonly payeeId: string; readonly amountFen: Fen };

/**
 * Returns the amounts (fen) of the payments that a batch made now would contain, by the rules of `proposeBatch`: a payee without an
 * account waits, a debt is taken off the first queued payment that exceeds it, and a payment that it would use up waits.
 * @param queued in the order in which they are paid
 * @returns the amounts, and the queued payments that wait
 */
export function payableNow<Q extends Queued>(
  due: readonly Due[],
  queued: readonly Q[],
): { readonly made: readonly Fen[]; readonly usedUp: ReadonlySet<Q> } {
  const owed = new Map(
    due.filter(({ amountFen }) => amountFen < 0n).map((row) => [row.payeeId, row.amountFen]),
  );
  const made = due
    .filter(({ amountFen, hasAccount }) => amountFen > 0n && hasAccount)
    .map(({ amountFen }) => amountFen);
  const usedUp = new Set<Q>();
  for (const payment of queued) {
    const left = fen(payment.amountFen + (owed.get(payment.payeeId) ?? 0n));
    if (left <= 0n) {
      usedUp.add(payment);
      continue;
    }
    owed.delete(payment.payeeId);
    made.push(left);
  }
  return { made, usedUp };
}
