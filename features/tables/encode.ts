import 'server-only';
import iconv from 'iconv-lite';
import { byteOrderMark } from '@/lib/csv';
import type { TextEncoding } from './domain/encoding';

/**
 * Checks whether a reader gets the text back from its bytes. A few private characters have two places in GB18030, on which
 * encoder and decoder differ: such a character would arrive as another one.
 */
const survives = (text: string): boolean =>
  new TextDecoder('gb18030').decode(iconv.encode(text, 'gb18030')) === text;

/** Returns the first character of the text that the encoding cannot carry; undefined where it carries all. */
export function unwritable(text: string, encoding: TextEncoding): string | undefined {
  const carries = encoding === 'gb18030' ? survives : (one: string) => one.isWellFormed();
  return carries(text) ? undefined : [...text].find((character) => !carries(character));
}

/**
 * Returns the bytes of a text.
 * @throws Error where the encoding cannot carry a character; callers ask `unwritable` before
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array<ArrayBuffer> {
  if (unwritable(text, encoding) !== undefined) {
    throw new Error(`The text has a character that ${encoding} cannot carry.`);
  }
  if (encoding === 'gb18030') return new Uint8Array(iconv.encode(text, 'gb18030'));
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? byteOrderMark + text : text);
}
