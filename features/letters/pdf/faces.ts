import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './sfnt';

/**
 * The face that letters are set in is Noto Sans SC, which ships with the portal. One file has Latin
 * and the characters of everyday Chinese; what else the face has lies in slices, and the style sheet
 * says which characters are in which. A slice is opened only for a character that needs it.
 */
const folder = join(process.cwd(), 'node_modules', '@fontsource', 'noto-sans-sc');

export type Weight = 400 | 700;

/** A piece of text that one file can set. */
export type Run = {
  readonly file: string;
  readonly text: string;
  /** What a mark stands for that no file has the character of. */
  readonly actual?: string;
};

export const faceFile = (weight: Weight, slice = 'chinese-simplified'): string =>
  join(folder, 'files', `noto-sans-sc-${slice}-${weight}-normal.woff`);

/** The geta (〓), with which typesetters mark a character that they do not have. */
const geta = '\u3013';

/** The one slice whose files lack the table of characters; what is in it counts as missing. */
const unreadable = '101';

type Slice = { name: string; ranges: readonly (readonly [first: number, last: number])[] };

/** `U+4e00-4e09,U+a5` as pairs of first and last. */
const readRanges = (text: string) =>
  text.split(',').map((part): [number, number] => {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });

let slices: readonly Slice[] | undefined;

function allSlices(): readonly Slice[] {
  slices ??= [
    ...readFileSync(join(folder, '400.css'), 'utf8').matchAll(
      /files\/noto-sans-sc-(\d+)-400-normal\.woff2[^}]*unicode-range:\s*([^;]+);/g,
    ),
  ]
    .map(([, name = '', ranges = '']) => ({ name, ranges: readRanges(ranges) }))
    .filter(({ name }) => name !== unreadable);
  return slices;
}

type Face = { readonly bytes: Buffer; readonly font: Font };
const opened = new Map<string, Face>();

function open(file: string): Face {
  const known = opened.get(file);
  if (known) return known;
  const bytes = unpackWoff(readFileSync(file));
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is no single face.`);
  const face = { bytes, font };
  opened.set(file, face);
  return face;
}

/** The bytes of a face, for embedding what is used of it. */
export const faceBytes = (file: string): Buffer => open(file).bytes;

const has = (file: string, codes: readonly number[]) =>
  codes.every((code) => open(file).font.hasGlyphForCodePoint(code));

/** The file that can set a character, where there is one. */
function fileFor(character: string, weight: Weight): string | undefined {
  const codes = [...character].map((part) => part.codePointAt(0) ?? 0);
  const whole = faceFile(weight);
  if (has(whole, codes)) return whole;
  const [code = 0] = codes;
  return allSlices()
    .filter(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last))
    .map(({ name }) => faceFile(weight, name))
    .find((file) => has(file, codes));
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** A text in pieces, each set in one file; what no file has becomes a mark that says what it is. */
export function runsOf(text: string, weight: Weight): Run[] {
  const whole = faceFile(weight);
  const runs: Run[] = [];
  for (const { segment } of characters.segment(text)) {
    const file = fileFor(segment, weight);
    const last = runs.at(-1);
    if (file === undefined) runs.push({ file: whole, text: geta, actual: segment });
    else if (last?.file === file && last.actual === undefined) {
      runs[runs.length - 1] = { file, text: last.text + segment };
    } else runs.push({ file, text: segment });
  }
  return runs;
}
