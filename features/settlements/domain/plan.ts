import type { IsoDate } from '../../../lib/dates';
import { fen, zeroFen, type Fen } from '../../../lib/money';

/** What a programme owes to a payee for one day, which no settlement includes yet; below zero what was reversed since. */
export type DueDay = {
  readonly payeeId: string;
  readonly programmeId: string;
  readonly day: IsoDate;
  /** Whether the captured amount is settled already, so that this is what the payee owes. */
  readonly ofSettled: boolean;
  readonly amountFen: Fen;
};

/** The last day of each programme whose verified items may be settled, by programme. */
export type LastDays = ReadonlyMap<string, IsoDate>;

/** Returns whether a batch with these last days contains it: the same condition as that of `ledger.settle`. */
const isDue = ({ ofSettled, programmeId, day }: DueDay, last: LastDays): boolean => {
  const through = last.get(programmeId);
  return ofSettled || (through !== undefined && day <= through);
};

/**
 * Adds up per payee what a batch would contain, in fen, below zero what the payee owes. A payee whose sum is zero is absent.
 * Debts of earlier settlements count in every batch of the city, whatever programme they are of.
 */
export function dueByPayee(days: readonly DueDay[], last: LastDays): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const row of days) {
    if (!isDue(row, last)) continue;
    sums.set(row.payeeId, fen((sums.get(row.payeeId) ?? zeroFen) + row.amountFen));
  }
  return new Map([...sums].filter(([, amountFen]) => amountFen !== 0n));
}

/** Adds up the same by payee and programme. */
export function dueByProgramme(
  days: readonly DueDay[],
  last: LastDays,
): Map<string, Map<string, Fen>> {
  const sums = new Map<string, Map<string, Fen>>();
  for (const row of days) {
    if (!isDue(row, last)) continue;
    const own = sums.get(row.payeeId) ?? new Map<string, Fen>();
    own.set(row.programmeId, fen((own.get(row.programmeId) ?? zeroFen) + row.amountFen));
    sums.set(row.payeeId, own);
  }
  return sums;
}

/** Adds up what each payee owes of earlier settlements, in fen: every batch nets it. A payee that owes nothing is absent. */
export function debtsByPayee(days: readonly DueDay[]): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { payeeId, ofSettled, amountFen } of days) {
    if (ofSettled) sums.set(payeeId, fen((sums.get(payeeId) ?? zeroFen) - amountFen));
  }
  return new Map([...sums].filter(([, owedFen]) => owedFen > 0n));
}

export type Share = { readonly payees: number; readonly amountFen: Fen };

/**
 * Adds up what one programme has ready until its last day, and what waits because it was verified later, in fen. Debts of
 * earlier settlements are in neither sum.
 */
export function shareOf(
  days: readonly DueDay[],
  programmeId: string,
  through: IsoDate,
): { readonly ready: Share; readonly waiting: Share } {
  const own = days.filter((row) => row.programmeId === programmeId && !row.ofSettled);
  const share = (rows: readonly DueDay[]): Share => ({
    payees: new Set(rows.map(({ payeeId }) => payeeId)).size,
    amountFen: rows.reduce((sum, row) => fen(sum + row.amountFen), zeroFen),
  });
  return {
    ready: share(own.filter(({ day }) => day <= through)),
    waiting: share(own.filter(({ day }) => day > through)),
  };
}
