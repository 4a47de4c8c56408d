import 'server-only';
import { createHash } from 'node:crypto';
import { encodeText, unwritable } from '@/features/tables/encode';
import { unfitForXml, workbookType, writeXlsx } from '@/features/tables/write-xlsx';
import { csvCell, csvIdentifier, csvLine, csvText } from '@/lib/csv';
import { fileName, layOut } from './domain/payment-file';
import type { FileCell, FileTable, FileTemplate, PaymentLine } from './domain/payment-file';

export type PaymentFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly table: FileTable;
};

const mediaTypes = {
  'utf-8': 'text/csv; charset=utf-8',
  'utf-8-bom': 'text/csv; charset=utf-8',
  gb18030: 'text/csv; charset=gb18030',
} as const;

const headingCells = (template: FileTemplate): FileCell[][] =>
  template.headings
    ? [template.columns.map(({ heading }) => ({ kind: 'text', text: heading }))]
    : [];

function bytesOf(template: FileTemplate, { cells }: FileTable): Uint8Array<ArrayBuffer> {
  const rows = [...headingCells(template), ...cells];
  if (template.format === 'xlsx') {
    return writeXlsx(
      rows.map((row) =>
        row.map(({ kind, text }) => ({ kind: kind === 'amount' ? kind : 'text', text })),
      ),
    );
  }
  const cell = ({ kind, text }: FileCell) =>
    kind === 'digits' && template.markDigits ? csvIdentifier(text) : csvCell(text);
  return encodeText(csvText(rows.map((row) => csvLine(row.map(cell)))), template.encoding);
}

const hashOf = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Finds the first character that a file of this template cannot hold; undefined where it holds the whole text. */
export function unfit(
  text: string,
  template: Pick<FileTemplate, 'format' | 'encoding'>,
): string | undefined {
  return template.format === 'xlsx'
    ? unfitForXml.exec(text)?.[0]
    : unwritable(text, template.encoding);
}

/** Lists the payments whose texts a file of this template cannot hold. */
export const unwritableLines = (
  template: FileTemplate,
  lines: readonly PaymentLine[],
): readonly string[] =>
  lines
    .filter((line) =>
      layOut(template, [line]).some(({ cells }) =>
        cells.flat().some(({ text }) => unfit(text, template) !== undefined),
      ),
    )
    .map(({ reference }) => reference);

/**
 * Writes the payment files of a batch. The same template and lines always give the same bytes.
 * @throws Error where a text cannot be written; callers ask `unwritableLines` before
 */
export function writeFiles(
  reference: string,
  template: FileTemplate,
  lines: readonly PaymentLine[],
): PaymentFile[] {
  const tables = layOut(template, lines);
  return tables.map((table, at) => {
    const bytes = bytesOf(template, table);
    return {
      name: fileName(reference, template, at, tables.length),
      mediaType: template.format === 'xlsx' ? workbookType : mediaTypes[template.encoding],
      bytes,
      sha256: hashOf(bytes),
      table,
    };
  });
}

/** Returns the hash to which a release is bound: of the template's version, and of every file with its name. */
export const bindingHash = (version: number, files: readonly PaymentFile[]): string =>
  hashOf(
    [`template ${version}`, ...files.map(({ sha256, name }) => `${sha256}  ${name}`)].join('\n'),
  );

/** Returns the hash of a file that was written before cities had templates. */
export const earlierHash = (text: string): string => hashOf(text);
