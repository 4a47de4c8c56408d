import { fen, zeroFen, type Fen } from '../../../lib/money';

/** What is settled with a payee, in fen, below zero what it owes; and what it is paid, after what its advances cover and get. */
type Due = {
  readonly payeeId: string;
  readonly amountFen: Fen;
  readonly payFen: Fen;
  readonly hasAccount: boolean;
};
/** A payment that failed and waits for another batch. */
type Queued = { readonly payeeId: string; readonly amountFen: Fen };

/**
 * Returns the amounts (fen) of the payments that a batch made now would contain, by the rules of `proposeBatch`: a payee without an
 * account waits, a debt is taken off the first queued payment that exceeds it, and a payment that it would use up waits. A payment
 * of nothing, which an advance covers, has nothing that a debt could be taken off.
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
    .filter(({ amountFen, hasAccount }) => amountFen >= 0n && hasAccount)
    .map(({ payFen }) => payFen);
  const usedUp = new Set<Q>();
  for (const payment of queued) {
    if (payment.amountFen === 0n) {
      made.push(zeroFen);
      continue;
    }
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
