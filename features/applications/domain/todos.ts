/** The parts of a case, a redemption and a voucher that decide whether a user has to act on it. */
type Case = { readonly actBy: Date | null; readonly signOff: 'open' | 'returned' | null };
type Redemption = { readonly submittedAt: Date };
type Voucher = { readonly status: string; readonly validTo: Date };

export type Todo<C, R, V> =
  | { kind: 'case'; row: C; by: Date }
  /** It has no deadline, so the list shows since when it waits. */
  | { kind: 'answer'; row: R; since: Date }
  | { kind: 'voucher'; row: V; by: Date };

const order = <C, R, V>(todo: Todo<C, R, V>): number =>
  todo.kind === 'answer' ? todo.since.getTime() : todo.by.getTime();

/**
 * Returns what a user of a start-up can do now: first the redemptions that wait for an answer, the longest wait
 * first, then everything with a deadline, the nearest first. Only an owner answers redemptions and spends vouchers. A
 * case that waits for the owner's sign-off is not listed for a member.
 */
export function todosOf<C extends Case, R extends Redemption, V extends Voucher>(
  {
    cases,
    toAnswer,
    vouchers,
  }: { cases: readonly C[]; toAnswer: readonly R[]; vouchers: readonly V[] },
  owner: boolean,
): Todo<C, R, V>[] {
  const termed: Todo<C, R, V>[] = cases.flatMap((row) =>
    row.actBy && (owner || row.signOff !== 'open') ? [{ kind: 'case', row, by: row.actBy }] : [],
  );
  if (!owner) return termed.sort((one, other) => order(one) - order(other));
  const unspent: Todo<C, R, V>[] = vouchers
    .filter(({ status }) => status === 'unused')
    .map((row) => ({ kind: 'voucher', row, by: row.validTo }));
  const answers: Todo<C, R, V>[] = toAnswer.map((row) => ({
    kind: 'answer',
    row,
    since: row.submittedAt,
  }));
  const sorted = (list: Todo<C, R, V>[]) => list.sort((one, other) => order(one) - order(other));
  return [...sorted(answers), ...sorted([...termed, ...unspent])];
}
