import { isFormulaLike } from '../../../lib/csv';
import { fen, formatYuanPlain, sumFen, type Fen } from '../../../lib/money';
import type { TextEncoding } from '../../tables/domain/encoding';

/** What a column of a payment file can hold. `fixed` is one text for every line, such as the purpose. */
export const paymentFields = [
  'number',
  'reference',
  'accountName',
  'accountNumber',
  'bankName',
  'cnapsCode',
  'amount',
  'fixed',
] as const;
export type PaymentField = (typeof paymentFields)[number];

export type FileColumn = {
  readonly field: PaymentField;
  readonly heading: string;
  /** The text of a `fixed` column. */
  readonly text: string;
};

/** A payment file as a bank wants it. */
export type FileTemplate = {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  /** The encoding of a CSV file. A workbook has its own. */
  readonly encoding: TextEncoding;
  /** Whether the first line has the headings. */
  readonly headings: boolean;
  readonly columns: readonly FileColumn[];
  /** How many payments a file has at most; the rest goes into further files. */
  readonly rowsPerFile: number;
  /** Whether digits of a CSV file carry the mark that makes spreadsheets keep them as text. */
  readonly markDigits: boolean;
};

export const mostColumns = 14;
export const mostRows = 10_000;

/** One payment as it stands in a file. */
export type PaymentLine = {
  readonly reference: string;
  readonly accountName: string;
  readonly accountNumber: string;
  readonly bankName: string;
  readonly cnapsCode: string;
  readonly amountFen: Fen;
};

/** A payment line as it is stored, because JSON has no exact integers of this size. */
export type StoredLine = Omit<PaymentLine, 'amountFen'> & { readonly amountFen: string };

export const storedLine = (line: PaymentLine): StoredLine => ({
  ...line,
  amountFen: line.amountFen.toString(),
});
export const lineFrom = (line: StoredLine): PaymentLine => ({
  ...line,
  amountFen: fen(BigInt(line.amountFen)),
});

/** What a release was for: the template with its version, 0 for one that the portal ships, and every line. */
export type ReleasedFile = {
  readonly version: number;
  readonly template: FileTemplate;
  readonly lines: readonly StoredLine[];
};

/** A cell: digits identify something and are no number. */
export type FileCell = { readonly kind: 'text' | 'digits' | 'amount'; readonly text: string };
export type FileTable = {
  readonly cells: readonly (readonly FileCell[])[];
  readonly totalFen: Fen;
};

const isDigits: readonly PaymentField[] = ['reference', 'accountNumber', 'cnapsCode'];

function cellOf({ field, text }: FileColumn, line: PaymentLine, number: number): FileCell {
  if (field === 'amount') return { kind: 'amount', text: formatYuanPlain(line.amountFen) };
  if (field === 'fixed') return { kind: 'text', text };
  if (field === 'number') return { kind: 'text', text: String(number) };
  return { kind: isDigits.includes(field) ? 'digits' : 'text', text: line[field] };
}

/** Cuts the payments into files and lays out the cells of each. Lines are numbered from 1 in every file. */
export function layOut(template: FileTemplate, lines: readonly PaymentLine[]): FileTable[] {
  const tables: FileTable[] = [];
  for (let from = 0; from < lines.length; from += template.rowsPerFile) {
    const part = lines.slice(from, from + template.rowsPerFile);
    tables.push({
      cells: part.map((line, at) => template.columns.map((column) => cellOf(column, line, at + 1))),
      totalFen: sumFen(part.map(({ amountFen }) => amountFen)),
    });
  }
  return tables;
}

/** Returns the name of one of a batch's files. */
export const fileName = (
  reference: string,
  template: Pick<FileTemplate, 'format'>,
  at: number,
  count: number,
): string => `${reference}${count > 1 ? `-${at + 1}` : ''}.${template.format}`;

/**
 * Lists the payments with a text that a spreadsheet would read as a formula. A CSV file carries an apostrophe before such a
 * text, which a bank would read as part of the name.
 */
export const guardedLines = (
  template: FileTemplate,
  lines: readonly PaymentLine[],
): readonly string[] =>
  template.format === 'xlsx'
    ? []
    : lines
        .filter((line) =>
          template.columns.some((column) => isFormulaLike(cellOf(column, line, 1).text)),
        )
        .map(({ reference }) => reference);

export type TemplateFault =
  'required' | 'column_needed' | 'column_twice' | 'heading_twice' | 'formula_like';

/** The columns without which no bank can pay. */
export const neededColumns = ['accountName', 'accountNumber', 'amount'] as const;

/** Lists what is wrong with the columns of a template, by the name of the form's field. */
export function templateFaults(
  columns: readonly (FileColumn & { readonly at: number })[],
  headings: boolean,
): Readonly<Record<string, TemplateFault>> {
  const faults: Record<string, TemplateFault> = {};
  const fields = new Set<PaymentField>();
  const names = new Set<string>();
  for (const { at, field, heading, text } of columns) {
    if (field !== 'fixed' && fields.has(field)) faults[`field_${at}`] = 'column_twice';
    if (headings && heading === '') faults[`heading_${at}`] = 'required';
    else if (headings && names.has(heading)) faults[`heading_${at}`] = 'heading_twice';
    else if (isFormulaLike(heading)) faults[`heading_${at}`] = 'formula_like';
    if (isFormulaLike(text)) faults[`text_${at}`] = 'formula_like';
    fields.add(field);
    names.add(heading);
  }
  if (neededColumns.some((field) => !fields.has(field)))
    return { field_0: 'column_needed', ...faults };
  return faults;
}
