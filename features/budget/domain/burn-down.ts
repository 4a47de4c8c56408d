import { addDays, addMonths, type IsoDate } from '../../../lib/dates';
import { fen, type Fen } from '../../../lib/money';

export type DayMoved = {
  readonly on: IsoDate;
  readonly issuedFen: Fen;
  readonly returnedFen: Fen;
};
/** A budget that replaced another one on a day. */
export type BudgetStep = { readonly on: IsoDate; readonly fromFen: Fen; readonly toFen: Fen };

export type Point = {
  /** The figures are those at the end of this day. */
  on: IsoDate;
  kind: 'opening' | 'month' | 'today';
  /** Issued and returned since the point before. */
  issuedFen: Fen;
  returnedFen: Fen;
  budgetFen: Fen;
  committedFen: Fen;
  leftFen: Fen;
};

const mostMonths = 24;

const endOfMonth = (on: IsoDate): IsoDate => addDays(addMonths(`${on.slice(0, 7)}-01`, 1), -1);

/** Lists the days that get a point: the day before the first, the ends of months, and today. */
function pointDays(first: IsoDate, today: IsoDate): { on: IsoDate; kind: Point['kind'] }[] {
  const earliest = addMonths(today, -mostMonths);
  const eve = addDays(first < earliest ? earliest : first, -1);
  const days: { on: IsoDate; kind: Point['kind'] }[] = [{ on: eve, kind: 'opening' }];
  for (let on = endOfMonth(addDays(eve, 1)); on < today; on = endOfMonth(addDays(on, 1))) {
    days.push({ on, kind: 'month' });
  }
  if (eve < today) days.push({ on: today, kind: 'today' });
  return days;
}

function budgetOn(on: IsoDate, steps: readonly BudgetStep[], now: Fen): Fen {
  const past = steps.filter((step) => step.on <= on).at(-1);
  return past?.toFen ?? steps[0]?.fromFen ?? now;
}

const isUnchanged = (point: Point, before: Point | undefined) =>
  point.kind === 'month' &&
  point.issuedFen === 0n &&
  point.returnedFen === 0n &&
  point.budgetFen === before?.budgetFen;

/** Leaves out months in which nothing moved, except the last one before a movement: until then the line stays level. */
const withoutUnchangedMonths = (points: readonly Point[]): Point[] =>
  points.filter((point, at) => {
    const next = points[at + 1];
    return !isUnchanged(point, points[at - 1]) || (next !== undefined && !stillAt(next, point));
  });

const stillAt = (next: Point, point: Point) =>
  next.committedFen === point.committedFen && next.leftFen === point.leftFen;

/**
 * Returns how a pool was used up, month by month, from the day before `first` (at most two years back) to
 * today. Leaves out months in which nothing happened.
 * @param days what moved on each day, in order, from the very beginning
 * @param steps the changes of the budget, in order
 */
export function burnDown(facts: {
  first: IsoDate;
  today: IsoDate;
  budgetFen: Fen;
  days: readonly DayMoved[];
  steps: readonly BudgetStep[];
}): Point[] {
  const { first, today, budgetFen, days, steps } = facts;
  let at = 0;
  let committed = 0n;
  const all = pointDays(first, today).map(({ on, kind }): Point => {
    let issued = 0n;
    let returned = 0n;
    for (let day = days[at]; day && day.on <= on; at += 1, day = days[at]) {
      issued += day.issuedFen;
      returned += day.returnedFen;
    }
    committed += issued - returned;
    const budget = kind === 'today' ? budgetFen : budgetOn(on, steps, budgetFen);
    return {
      on,
      kind,
      issuedFen: fen(issued),
      returnedFen: fen(returned),
      budgetFen: budget,
      committedFen: fen(committed),
      leftFen: fen(budget - committed),
    };
  });
  return withoutUnchangedMonths(all);
}
