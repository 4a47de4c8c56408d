import 'server-only';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { plainCell } from './domain/cells';
import type { TableRow } from './table-row';

/** How many bytes are turned into text at a time. */
const pieceBytes = 64 * 1024;

/**
 * The encoding of a text file: what its mark says; without one UTF-8 where the bytes are that, and
 * else GB18030, which the spreadsheets of Chinese offices write.
 */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

function* textOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const text = decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The rows of a text file whose cells are set off by commas, tabs, semicolons or bars. */
export async function* csvRows(bytes: Uint8Array): AsyncGenerator<TableRow> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: false,
  });
  const parsed = Readable.from(textOf(bytes), { objectMode: true }).pipe(parser);
  let line = 0;
  for await (const cells of parsed as AsyncIterable<string[]>) {
    line += 1;
    yield { line, cells: cells.map(plainCell) };
  }
}
