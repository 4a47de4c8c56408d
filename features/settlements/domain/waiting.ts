import { fen, zeroFen, type Fen } from '../../../lib/money';

/** What is settled with a payee, in fen, below zero what it owes; and what it is paid, after what its advances cover and get. */
type Due = {
  readonly payeeId: string;
  readonly amountFen: Fen;
  readonly payFen: Fen;
  readonly hasAccount: boolean;
};
/** A payment that failed and waits for another batch. */
type Queued = {
  readonly payeeId: string;
  readonly amountFen: Fen;
  /** Whether it pays what was reversed since, and no settlement nets that yet. */
  readonly isUnnetted: boolean;
};

/**
 * Returns the amounts (fen) of the payments that a batch made now would contain, by the rules of `proposeBatch`: a payee without an
 * account waits, a debt is taken off the first queued payment that exceeds it, and a payment that it would use up waits. A payment
 * of nothing, which an advance covers, has nothing that a debt could be taken off: it waits only as long as what was reversed of it
 * is netted by nothing else.
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
  const paid = due.filter(({ amountFen, hasAccount }) => amountFen >= 0n && hasAccount);
  const made = paid.map(({ payFen }) => payFen);
  /** The payees with whom the batch settles something, and with it every debt. */
  const netted = new Set(
    paid.filter(({ amountFen }) => amountFen > 0n).map(({ payeeId }) => payeeId),
  );
  const usedUp = new Set<Q>();
  for (const payment of queued) {
    const { payeeId, amountFen, isUnnetted } = payment;
    const left = amountFen === 0n ? zeroFen : fen(amountFen + (owed.get(payeeId) ?? 0n));
    const waits = amountFen === 0n ? isUnnetted && !netted.has(payeeId) : left <= 0n;
    if (waits) {
      usedUp.add(payment);
      continue;
    }
    made.push(left);
    if (amountFen === 0n) continue;
    owed.delete(payeeId);
    netted.add(payeeId);
  }
  return { made, usedUp };
}
