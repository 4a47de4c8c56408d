import { addDays, type IsoDate } from '../../../lib/dates';
import { fen, maxFen, zeroFen, type Fen } from '../../../lib/money';
import { applyRate, rational, type Rational } from '../../../lib/rational';
import type { WorkingDays } from '../../../lib/working-days';

/** The pace is measured over this many past days. */
export const paceDays = 60;

/** What a forecast is computed from. Days are Chinese calendar days; amounts are those of one programme. */
export type ForecastFacts = {
  readonly calendar: WorkingDays;
  readonly today: IsoDate;
  /** The round that is open today. */
  readonly round: { readonly opensOn: IsoDate; readonly closesOn: IsoDate };
  readonly budgetFen: Fen;
  readonly committedFen: Fen;
  /** Passed and not issued yet. */
  readonly promisedFen: Fen;
  /** The amounts requested by cases that are still under review. */
  readonly pendingFen: Fen;
  /** How many cases have been decided so far, and how many of them got an amount. */
  readonly decided: number;
  readonly awarded: number;
  readonly days: readonly { readonly on: IsoDate; readonly issuedFen: Fen }[];
};

export type Forecast = {
  /** The close of the round. */
  until: IsoDate;
  workingDaysLeft: number;
  /** The days over which the pace is measured: after `from`, up to and including today. */
  pace: { from: IsoDate; workingDays: number; issuedFen: Fen; perDayFen: Fen };
  /** The share of decided cases that got an amount; the whole where no case is decided. */
  share: Rational;
  expectedPendingFen: Fen;
  /** Committed, promised, and what the cases under review are expected to get. */
  spokenForFen: Fen;
  /** What new cases will add by `until` at this pace. */
  byPaceFen: Fen;
  totalFen: Fen;
  /** By how much the total exceeds the budget. */
  shortFen: Fen;
  /** The day from which nothing is left for a new case, if it comes before `until`. */
  runsOutOn: IsoDate | null;
};

const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);
const truncate = { unitFen: 1n, mode: 'truncate' } as const;

/** Returns the amounts issued per working day over the last days of the round. */
function paceOf({ calendar, today, round, days }: ForecastFacts) {
  const beforeRound = addDays(round.opensOn, -1);
  const from = earlier(today, later(addDays(today, -paceDays), beforeRound));
  let issued = 0n;
  for (const day of days) if (day.on > from && day.on <= today) issued += day.issuedFen;
  return { from, workingDays: calendar.between(from, today), issuedFen: fen(issued) };
}

/**
 * Returns what a programme's pool will have committed when the open round is over and its cases are decided.
 * That is what is committed and promised, plus the cases under review times the share of cases that were
 * awarded, plus the mean amount issued per working day of the last 60 days times the working days left.
 * Exact, cut to whole fen at the end.
 * @returns undefined where the round is over
 */
export function forecast(facts: ForecastFacts): Forecast | undefined {
  const { calendar, today, budgetFen, committedFen, promisedFen, pendingFen, decided, awarded } =
    facts;
  const until = facts.round.closesOn;
  if (today > until) return undefined;
  const { from, workingDays, issuedFen } = paceOf(facts);
  const perDay = rational(issuedFen, BigInt(Math.max(1, workingDays)));
  const share = decided > 0 ? rational(BigInt(awarded), BigInt(decided)) : rational(1n, 1n);
  const expectedPendingFen = applyRate(pendingFen, share, truncate);
  const spokenForFen = fen(committedFen + promisedFen + expectedPendingFen);
  const workingDaysLeft = calendar.between(today, until);
  const byPaceFen = fen((perDay.numerator * BigInt(workingDaysLeft)) / perDay.denominator);
  const totalFen = fen(spokenForFen + byPaceFen);
  return {
    until,
    workingDaysLeft,
    pace: { from, workingDays, issuedFen, perDayFen: fen(perDay.numerator / perDay.denominator) },
    share,
    expectedPendingFen,
    spokenForFen,
    byPaceFen,
    totalFen,
    shortFen: maxFen(zeroFen, fen(totalFen - budgetFen)),
    runsOutOn: runsOut(facts, workingDaysLeft, fen(budgetFen - spokenForFen), perDay),
  };
}

/** Returns the working day on which the pace has used up what is left; null where that is after the last day. */
function runsOut(
  { calendar, today }: ForecastFacts,
  daysLeft: number,
  leftFen: Fen,
  perDay: Rational,
): IsoDate | null {
  if (leftFen <= 0n) return today;
  if (perDay.numerator === 0n) return null;
  const needed = leftFen * perDay.denominator;
  const days = (needed + perDay.numerator - 1n) / perDay.numerator;
  return days <= BigInt(daysLeft) ? calendar.add(today, Number(days)) : null;
}
