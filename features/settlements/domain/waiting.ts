import { fen, type Fen } from '../../../lib/money';

/** What a payee has to get, in fen; below zero what it owes. */
type Due = { readonly payeeId: string; readonly amountFen: Fen; readonly hasAccount: boolean };
/** A payment that failed and waits for another batch. */
type Queued = { readonly payeeId: string; readonly amountFen: Fen };

/**
 * Returns the amounts (fen) of the payments that a batch made now would contain, by the rules of `proposeBatch`: a payee without an
 * account waits, a debt is taken off the first queued payment that exceeds it, and a payment that it would use up waits.
 * @param queued in the order in which they are paid
 */
export function payableNow(due: readonly Due[], queued: readonly Queued[]): Fen[] {
  const owed = new Map(
    due.filter(({ amountFen }) => amountFen < 0n).map((row) => [row.payeeId, row.amountFen]),
  );
  const made = due
    .filter(({ amountFen, hasAccount }) => amountFen > 0n && hasAccount)
    .map(({ amountFen }) => amountFen);
  for (const { payeeId, amountFen } of queued) {
    const left = fen(amountFen + (owed.get(payeeId) ?? 0n));
    if (left <= 0n) continue;
    owed.delete(payeeId);
    made.push(left);
  }
  return made;
}
