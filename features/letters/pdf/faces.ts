import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { plainName } from '@/lib/normal';
import { unpackWoff } from './sfnt';

/**
 * Letters use the font Noto Sans SC, which ships with the portal. One file contains Latin and everyday Chinese characters.
 * The other characters are in slices, and the style sheet lists the characters of each slice. A slice is opened only for a
 * character that needs it.
 */
const folder = join(process.cwd(), 'node_modules', '@fontsource', 'noto-sans-sc');

export type Weight = 400 | 700;

/** A piece of text that one font file can set. */
export type Run = {
  readonly file: string;
  readonly text: string;
  /** The original characters of a replacement mark that no font file contains. */
  readonly actual?: string;
};

export const faceFile = (weight: Weight, slice = 'chinese-simplified'): string =>
  join(folder, 'files', `noto-sans-sc-${slice}-${weight}-normal.woff`);

/** The geta mark (〓), which typesetters use for a character that their font does not contain. */
const geta = '\u3013';

type Slice = { name: string; ranges: readonly (readonly [first: number, last: number])[] };

/** Characters of a slice that the style sheet does not list: ∋ and ≅. */
const unlisted: Readonly<Partial<Record<string, readonly number[]>>> = { '90': [0x220b, 0x2245] };

/** Reads `U+4e00-4e09,U+a5` as pairs of first and last. */
const readRanges = (text: string) =>
  text.split(',').map((part): [number, number] => {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });

let slices: readonly Slice[] | undefined;

function allSlices(): readonly Slice[] {
  slices ??= [
    ...readFileSync(join(folder, '400.css'), 'utf8').matchAll(
      /files\/noto-sans-sc-([a-z\d-]+)-400-normal\.woff2[^}]*unicode-range:\s*([^;]+);/g,
    ),
  ].map(([, name = '', ranges = '']) => ({ name, ranges: readRanges(ranges) }));
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

/** Returns the bytes of a font file, for embedding the used part of it. */
export const faceBytes = (file: string): Buffer => open(file).bytes;

const has = (file: string, codes: readonly number[]) =>
  codes.every((code) => open(file).font.hasGlyphForCodePoint(code));

/** Returns the font file that contains a character, if there is one. */
function fileFor(character: string, weight: Weight): string | undefined {
  const codes = [...character].map((part) => part.codePointAt(0) ?? 0);
  const whole = faceFile(weight);
  if (has(whole, codes)) return whole;
  const [code = 0] = codes;
  return allSlices()
    .filter(
      ({ name, ranges }) =>
        unlisted[name]?.includes(code) === true ||
        ranges.some(([first, last]) => first <= code && code <= last),
    )
    .map(({ name }) => faceFile(weight, name))
    .find((file) => has(file, codes));
}

/**
 * Returns the outline of a character for drawing. For a character that no file contains it returns the outline of the geta
 * mark.
 */
export function outlineOf(
  character: string,
  weight: Weight,
): { path: string; width: number; em: number } {
  const file = fileFor(character, weight);
  const { font } = open(file ?? faceFile(weight));
  const glyph = font.glyphForCodePoint((file ? character : geta).codePointAt(0) ?? 0);
  return { path: glyph.path.toSVG(), width: glyph.advanceWidth, em: font.unitsPerEm };
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Removes invisible characters and uses one form for the dots within names. Different dots share an outline, so copied text
 * would contain the first of them for all.
 */
const settable = plainName;

/** Returns the replacement for a character that no file contains but that consists of others: Ⅻ is set as XII. */
function madeOf(character: string, weight: Weight): string | undefined {
  const plain = character.normalize('NFKC');
  return plain !== character && fileFor(plain, weight) === faceFile(weight) ? plain : undefined;
}

/** Returns the characters of a text that letters cannot show, each once. A mark replaces them. */
export function unprintable(text: string): string[] {
  const missing = [...characters.segment(settable(text))]
    .map(({ segment }) => segment)
    .filter((one) => one.trim() !== '' && !fileFor(one, 400) && madeOf(one, 400) === undefined);
  return [...new Set(missing)];
}

/** Returns the code of a character, such as `U+4DAE`, for readers who cannot see the character itself. */
export const codeOf = (character: string): string =>
  [...character]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

/**
 * Splits a text into pieces that each use one font file. A character that no file contains becomes a mark with the original
 * as its text.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const whole = faceFile(weight);
  const runs: Run[] = [];
  for (const { segment } of characters.segment(settable(text))) {
    const file = fileFor(segment, weight);
    const plain = file === undefined ? madeOf(segment, weight) : undefined;
    const last = runs.at(-1);
    if (file === undefined) runs.push({ file: whole, text: plain ?? geta, actual: segment });
    else if (last?.file === file && last.actual === undefined) {
      runs[runs.length - 1] = { file, text: last.text + segment };
    } else runs.push({ file, text: segment });
  }
  return runs;
}
