import 'server-only';
import { isUtf8 } from 'node:buffer';
import Papa from 'papaparse';
import { inPieces } from '@/server/pieces';
import { RecordCutter } from './csv-records';
import { plainCell } from './domain/cells';
import type { TableRow } from './table-row';

/** This much of the beginning of the text is used to find out which sign separates the cells. */
const headLength = 16 * 1024;
/** Records are parsed together, up to this many characters at a time. */
const batchLength = 64 * 1024;

/**
 * Returns the encoding of a text file. The byte order mark decides. Without one it is UTF-8 where the bytes
 * are valid UTF-8, and otherwise GB18030, which the spreadsheets of Chinese offices write.
 */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

async function* textOf(bytes: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for await (const piece of inPieces(bytes)) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The tab that our own files put at the end of a cell to mark it as text (lib/csv.ts). It separates nothing. */
const textMark = /\t(?=[",;|\r\n])/g;

/** Finds the separators of cells and lines in the first whole lines. */
function shapeOf(text: string): { delimiter: string; newline: '\n' | '\r' } {
  const head = text.slice(0, headLength);
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const lines = text.length > headLength ? head.slice(0, head.lastIndexOf(newline) + 1) : head;
  const { delimiter } = Papa.parse((lines || head).replace(textMark, ''), {
    delimitersToGuess: [',', '\t', ';', '|'],
    newline,
    preview: 10,
    // The empty line at the end would count as a row with one cell, and would outweigh the rows of a short
    // list.
    skipEmptyLines: true,
  }).meta;
  return { delimiter, newline };
}

/**
 * Parses the cells of each record. If the parser finds another number of records in the joined text, it
 * parses each record alone.
 */
function cellsOf(records: readonly string[], delimiter: string): string[][] {
  const parse = (text: string) => Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data;
  const rows = parse(records.join('\n'));
  if (rows.length === records.length) return rows;
  return records.map((record) => parse(record).flat());
}

function* batches(records: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let length = 0;
  for (const record of records) {
    batch.push(record);
    length += record.length;
    if (length < batchLength) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Reads the rows of a text file whose cells are separated by commas, tabs, semicolons or bars. Leaves out
 * empty rows.
 */
export async function* csvRows(bytes: Uint8Array): AsyncGenerator<TableRow> {
  let line = 0;
  let shape: ReturnType<typeof shapeOf> | undefined;
  let cutter: RecordCutter | undefined;
  function* rowsOf(records: readonly string[]): Generator<TableRow> {
    for (const batch of batches(records)) {
      const filled = batch.filter((record) => record !== '');
      const parsed = filled.length > 0 ? cellsOf(filled, shape?.delimiter ?? ',') : [];
      let at = 0;
      for (const record of batch) {
        line += 1;
        if (record === '') continue;
        yield { line, cells: (parsed[at] ?? []).map(plainCell) };
        at += 1;
      }
    }
  }
  for await (const text of textOf(bytes)) {
    shape ??= shapeOf(text);
    cutter ??= new RecordCutter(shape.delimiter, shape.newline);
    yield* rowsOf(cutter.push(text));
  }
  if (cutter) yield* rowsOf(cutter.end());
}
