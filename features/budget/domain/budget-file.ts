import { csvCell, csvFile, csvLine, csvTextCell } from '../../../lib/csv';
import { fen, formatYuanPlain, type Fen } from '../../../lib/money';
import { shareText } from './share';

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
export type Amounts = Readonly<Record<(typeof amountColumns)[number], Fen>>;

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
        shareText(fen(line.committedFen + line.promisedFen), line.budgetFen),
      ]),
    ),
  ]);
}
