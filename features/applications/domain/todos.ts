/** The parts of a case, a redemption, a voucher and a claim that decide whether a user has to act on it. */
type Case = { readonly actBy: Date | null; readonly signOff: 'open' | 'returned' | null };
type Redemption = { readonly submittedAt: Date };
type Voucher = { readonly status: string; readonly validTo: Date };
/** A claim for payment that the city has sent back. */
type Claim = { readonly dueAt: Date };

export type Todo<C, R, V, X> =
  | { kind: 'case'; row: C; by: Date }
  | { kind: 'claim'; row: X; by: Date }
  /** It has no deadline, so the list shows since when it waits. */
  | { kind: 'answer'; row: R; since: Date }
  | { kind: 'voucher'; row: V; by: Date };

const order = <C, R, V, X>(todo: Todo<C, R, V, X>): number =>
  todo.kind === 'answer' ? todo.since.getTime() : todo.by.getTime();

/**
 * Returns what a user of a start-up can do now: first the redemptions that wait for an answer, the longest wait
 * first, then everything with a deadline, the nearest first. Only an owner answers redemptions and spends vouchers. A
 * case that waits for the owner's sign-off is not listed for a member.
 */
export function todosOf<C extends Case, R extends Redemption, V extends Voucher, X extends Claim>(
  work: {
    cases: readonly C[];
    toAnswer: readonly R[];
    vouchers: readonly V[];
    toCorrect: readonly X[];
  },
  owner: boolean,
): Todo<C, R, V, X>[] {
  const { cases, toAnswer, vouchers, toCorrect } = work;
  const termed: Todo<C, R, V, X>[] = [
    ...cases.flatMap((row): Todo<C, R, V, X>[] =>
      row.actBy && (owner || row.signOff !== 'open') ? [{ kind: 'case', row, by: row.actBy }] : [],
    ),
    ...toCorrect.map((row): Todo<C, R, V, X> => ({ kind: 'claim', row, by: row.dueAt })),
  ];
  if (!owner) return termed.sort((one, other) => order(one) - order(other));
  const unspent: Todo<C, R, V, X>[] = vouchers
    .filter(({ status }) => status === 'unused')
    .map((row) => ({ kind: 'voucher', row, by: row.validTo }));
  const answers: Todo<C, R, V, X>[] = toAnswer.map((row) => ({
    kind: 'answer',
    row,
    since: row.submittedAt,
  }));
  const sorted = (list: Todo<C, R, V, X>[]) => list.sort((one, other) => order(one) - order(other));
  return [...sorted(answers), ...sorted([...termed, ...unspent])];
}
