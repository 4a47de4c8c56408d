import type { IsoDate } from '../../../lib/dates';
import { fen, maxFen, zeroFen, type Fen } from '../../../lib/money';
import type { Point } from './burn-down';
import type { Forecast } from './forecast';

/** One line of the table under the chart, and one point of the chart. */
export type OutlookRow = {
  on: IsoDate;
  kind: Point['kind'] | 'spokenFor' | 'runsOut' | 'close';
  /** What moved since the row before; undefined in a forecast. */
  moved: { issuedFen: Fen; returnedFen: Fen } | undefined;
  budgetFen: Fen;
  committedFen: Fen;
  leftFen: Fen;
};

/** Lists the past month by month, and then what is expected: with the cases under way, and at the end of the round. */
export function outlookRows(
  points: readonly Point[],
  ahead: Forecast | undefined,
  budgetFen: Fen,
): OutlookRow[] {
  const past = points.map(({ issuedFen, returnedFen, ...point }) => ({
    ...point,
    moved: { issuedFen, returnedFen },
  }));
  const today = points.at(-1);
  if (!ahead || !today) return past;
  const expected = (kind: OutlookRow['kind'], on: IsoDate, committedFen: Fen): OutlookRow => ({
    on,
    kind,
    moved: undefined,
    budgetFen,
    committedFen,
    leftFen: maxFen(zeroFen, fen(budgetFen - committedFen)),
  });
  const { spokenForFen, runsOutOn, until, totalFen } = ahead;
  const soon =
    spokenForFen > today.committedFen ? [expected('spokenFor', today.on, spokenForFen)] : [];
  if (runsOutOn === today.on || until === today.on) return [...past, ...soon];
  const last = runsOutOn
    ? expected('runsOut', runsOutOn, budgetFen)
    : expected('close', until, totalFen);
  return [...past, ...soon, last];
}
