import { addDays, type IsoDate } from '../../../lib/dates';
import { fen, maxFen, zeroFen, type Fen } from '../../../lib/money';
import { applyRate, rational, type Rational } from '../../../lib/rational';
import type { WorkingDays } from '../../../lib/working-days';

/** How many days back the pace is taken from. */
export const paceDays = 60;

/** What a forecast is worked out from; days are Chinese calendar days, amounts those of one programme. */
export type ForecastFacts = {
  readonly calendar: WorkingDays;
  readonly today: IsoDate;
  /** The round that is open today. */
  readonly round: { readonly opensOn: IsoDate; readonly closesOn: IsoDate };
  readonly budgetFen: Fen;
  readonly committedFen: Fen;
  /** Passed and not issued yet. */
  readonly promisedFen: Fen;
  /** What cases still under review ask for. */
  readonly pendingFen: Fen;
  /** How many cases were decided so far, and how many of them got something. */
  readonly decided: number;
  readonly awarded: number;
  readonly days: readonly { readonly on: IsoDate; readonly issuedFen: Fen }[];
};

export type Forecast = {
  /** The close of the round. */
  until: IsoDate;
  workingDaysLeft: number;
  /** The days the pace is taken from: after `from`, up to and with today. */
  pace: { from: IsoDate; workingDays: number; issuedFen: Fen; perDayFen: Fen };
  /** Of a hundred decided cases, how many got something; all of them where none is decided. */
  share: Rational;
  expectedPendingFen: Fen;
  /** Committed, promised, and what the cases under review are expected to get. */
  spokenForFen: Fen;
  /** What new cases will add by `until` at this pace. */
  byPaceFen: Fen;
  totalFen: Fen;
  /** By how much the total exceeds the budget. */
  shortFen: Fen;
  /** The day from which a new case finds nothing left, if it comes before `until`. */
  runsOutOn: IsoDate | null;
};

const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);
const truncate = { unitFen: 1n, mode: 'truncate' } as const;

/** Amounts issued per working day over the last days of the round. */
function paceOf({ calendar, today, round, days }: ForecastFacts) {
  const beforeRound = addDays(round.opensOn, -1);
  const from = earlier(today, later(addDays(today, -paceDays), beforeRound));
  let issued = 0n;
  for (const day of days) if (day.on > from && day.on <= today) issued += day.issuedFen;
  return { from, workingDays: calendar.between(from, today), issuedFen: fen(issued) };
}

/**
 * What a programme's pool will have committed when the round that is open now is over and its cases
 * are decided: what is committed and promised, the cases under review times the share of cases that
 * were awarded, and the mean amount issued per working day of the last 60 days times the working days
 * left. Exact, cut to whole fen at the end.
 * @returns nothing where the round is over
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

/** The working day on which the pace has used up what is left; none where that is after the last. */
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
