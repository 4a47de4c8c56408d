import 'server-only';
import { unfitForXml, writeXlsx } from '@/features/tables/write-xlsx';
import { csvCell, csvFile, csvLine, csvTextCell } from '@/lib/csv';
import { defaultLocale, isLocale, type Locale } from '@/lib/locale';
import { download, noFile } from '@/server/download';
import { mostPdfRows } from './domain/statement';
import { statementMessages } from './statement-messages';
import { setStatement } from './statement-pdf';
import { readStatementFilter, type Statement, type StatementSearch } from './statement-queries';
import { statementHeadings, statementLines, type StatementCell } from './statement-table';

const statementFormats = ['csv', 'xlsx', 'pdf'] as const;
export type StatementFormat = (typeof statementFormats)[number];

const mediaTypes: Readonly<Record<StatementFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Returns a cell of a CSV file. Amounts are the portal's own, so a minus before one is no formula. */
const csvOf = ({ kind, text }: StatementCell): string =>
  kind === 'amount' ? text : kind === 'digits' ? csvTextCell(text) : csvCell(text);

/** Returns the statement as lines of a CSV file. No text is read as a formula, and no number that identifies as an amount. */
export const statementCsv = (statement: Statement, locale: Locale): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    csvFile([
      csvLine(statementHeadings(locale).map(csvCell)),
      ...statementLines(statement, locale).map((line) => csvLine(line.map(csvOf))),
    ]),
  );

/** Returns the statement as a workbook. Everything but an amount is text there. */
export const statementXlsx = (statement: Statement, locale: Locale): Uint8Array<ArrayBuffer> =>
  writeXlsx([
    statementHeadings(locale).map((text) => ({ kind: 'text' as const, text })),
    ...statementLines(statement, locale).map((line) =>
      line.map(({ kind, text }) => ({
        kind: kind === 'amount' ? kind : ('text' as const),
        // What people have typed may have a character that no workbook holds.
        text: text.replace(new RegExp(unfitForXml, 'gu'), ' '),
      })),
    ),
  ]);

async function bytesOf(statement: Statement, format: StatementFormat, locale: Locale) {
  if (format === 'csv') return statementCsv(statement, locale);
  if (format === 'xlsx') return statementXlsx(statement, locale);
  return new Uint8Array(await setStatement(statement, locale));
}

/** Reads what a file is asked for with: the period as on the page, the format and the language. */
export function readStatementRequest(request: Request): {
  search: StatementSearch;
  format: StatementFormat | undefined;
  locale: Locale;
} {
  const { format, locale, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  return {
    search: readStatementFilter(query),
    format: statementFormats.find((one) => one === (format ?? 'csv')),
    locale: isLocale(locale) ? locale : defaultLocale,
  };
}

/** Sends a statement as a file; nothing where a PDF would be too long. */
export async function statementResponse(
  statement: Statement | undefined,
  format: StatementFormat | undefined,
  locale: Locale,
): Promise<Response> {
  if (!statement || !format) return noFile();
  if (format === 'pdf' && statement.totals.count > mostPdfRows) return noFile();
  const { from, to } = statement.span;
  const name = `${statementMessages(locale).title} ${statement.payee.name} ${from} ${to}.${format}`;
  const bytes = await bytesOf(statement, format, locale);
  const plainName = `statement-${from}-${to}.${format}`;
  return download(bytes, { type: mediaTypes[format], name, plainName, bytes: bytes.length });
}
