import { csvCell, csvFile, csvLine, csvTextCell } from '../../../lib/csv';
import { formatYuanPlain, type Fen } from '../../../lib/money';
import { takenShare, type PoolAmounts } from './parts';

/** The columns of amounts, in the order of the screen. */
export const amountColumns = [
  'budgetFen',
  'committedFen',
  'promisedFen',
  'issued',
  'spent',
  'paid',
  'returned',
  'leftFen',
] as const;
export type Amounts = Readonly<Record<(typeof amountColumns)[number], Fen>> & PoolAmounts;

export type BudgetLine = Amounts & { programme: string; part: string };

/** Returns the budget table as a file: amounts in yuan, followed by the share that is committed or promised. */
export function budgetFile(headers: readonly string[], lines: readonly BudgetLine[]): string {
  return csvFile([
    csvLine(headers.map(csvCell)),
    ...lines.map((line) =>
      csvLine([
        csvTextCell(line.programme),
        csvTextCell(line.part),
        ...amountColumns.map((column) => formatYuanPlain(line[column])),
        takenShare(line),
      ]),
    ),
  ]);
}
