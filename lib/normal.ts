/**
 * The one form in which texts are compared and searched. Two texts that look alike are the same: in full or half width, in
 * capitals or not, with any dash and blank, with invisible characters between, with a full stop at the end. The text is shown as
 * it was typed. The database has the same in `app.normal_text`, `app.identity_key` and `app.search_text`; a test compares the two
 * character by character. The characters are therefore listed here and not taken from the machine's version of Unicode: a changed
 * list would change keys that are in an index.
 */

/** Ranges of code points in hexadecimal, as both regular expressions and the database read them. */
type Ranges = readonly (readonly [first: string, last?: string])[];

/** Controls, joiners, marks of direction, selectors and fillers, which are invisible. */
export const invisible: Ranges = [
  ['0001', '0008'],
  ['000e', '001f'],
  ['007f', '0084'],
  ['0086', '009f'],
  ['00ad'],
  ['034f'],
  ['0600', '0605'],
  ['061c'],
  ['06dd'],
  ['070f'],
  ['0890', '0891'],
  ['08e2'],
  ['115f', '1160'],
  ['17b4', '17b5'],
  ['180b', '180f'],
  ['200b', '200f'],
  ['202a', '202e'],
  ['2060', '206f'],
  ['3164'],
  ['fe00', 'fe0f'],
  ['feff'],
  ['ffa0'],
  ['fff0', 'fffb'],
  ['110bd'],
  ['110cd'],
  ['13430', '1343f'],
  ['1bca0', '1bca3'],
  ['1d173', '1d17a'],
  ['e0000', 'e0fff'],
];

/** Blanks, tabs and the ends of lines. */
export const blanks: Ranges = [
  ['0009', '000d'],
  ['0020'],
  ['0085'],
  ['00a0'],
  ['1680'],
  ['2000', '200a'],
  ['2028', '2029'],
  ['202f'],
  ['205f'],
  ['2800'],
  ['3000'],
];

/** All that Unicode calls a dash, and characters typed in its place: ˗ ⁃ the lines of tables ─ ━ and ー. */
export const dashes: Ranges = [
  ['002d'],
  ['02d7'],
  ['058a'],
  ['05be'],
  ['1400'],
  ['1806'],
  ['2010', '2015'],
  ['2043'],
  ['2053'],
  ['207b'],
  ['208b'],
  ['2212'],
  ['2500', '2501'],
  ['2e17'],
  ['2e1a'],
  ['2e3a', '2e3b'],
  ['2e40'],
  ['2e5d'],
  ['301c'],
  ['3030'],
  ['30a0'],
  ['30fc'],
  ['fe31', 'fe32'],
  ['fe58'],
  ['fe63'],
  ['ff0d'],
  ['10d6e'],
  ['10ead'],
];

/** Punctuation: all of ASCII, of Latin, of general and of Chinese punctuation. */
export const marks: Ranges = [
  ['0020', '002f'],
  ['003a', '0040'],
  ['005b', '0060'],
  ['007b', '007e'],
  ['00a1', '00bf'],
  ['00d7'],
  ['00f7'],
  ['2010', '205e'],
  ['20a0', '20c0'],
  ['2190', '2bff'],
  ['3001', '3004'],
  ['3008', '3020'],
  ['3030'],
  ['303d'],
  ['30fb'],
  ['fe10', 'fe6f'],
];

/** Each character of the first row is replaced by the one below it. */
export const folds = {
  /** Brackets around numbers of documents, titles and quotations; and the small sigma at the end of a word. */
  from: '\u3014\u3015\u3010\u3011\u3016\u3017\u005b\u005d\u03c2\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb',
  to: '()()()()\u03c3\u00b7\u00b7\u00b7\u00b7\u00b7\u00b7\u00b7',
} as const;

const escaped = (code: string) => `\\u{${code}}`;
const classOf = (ranges: Ranges) =>
  ranges.map(([first, last]) => escaped(first) + (last ? `-${escaped(last)}` : '')).join('');
const every = (ranges: Ranges, times = '') => new RegExp(`[${classOf(ranges)}]${times}`, 'gu');

const everyInvisible = every(invisible);
const everyBlank = every(blanks, '+');
const everyDash = every(dashes);
const everyMark = every(marks, '+');
const folded = new Map([...folds.from].map((from, at) => [from, [...folds.to][at] ?? from]));
const everyFolded = new RegExp(`[${[...folds.from].map((one) => `\\u${hex(one)}`).join('')}]`, 'g');

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

/** Converts each character by itself, because a capital sigma at the end of a word would become another letter than within it. */
const lower = (text: string) =>
  Array.from(text.replaceAll('\u0130', 'i'), (character) => character.toLowerCase()).join('');

/** Returns a text in half width and without invisible characters, as every reading of a number needs it. */
export const plainWidth = (text: string): string =>
  text.normalize('NFKC').replace(everyInvisible, '').normalize('NFKC');

/** Removes invisible characters, which are never typed on purpose, and keeps everything else. */
export const withoutInvisible = (text: string): string => text.replace(everyInvisible, '');

/** Returns the form in which texts are compared: `ＰＯ–2026　7。` is `po-2026 7`. */
export function normalText(text: string): string {
  return lower(plainWidth(text))
    .replace(everyDash, '-')
    .replace(everyBlank, ' ')
    .replace(everyFolded, (character) => folded.get(character) ?? character)
    .replace(/[ .\u3002]+$/, '')
    .replace(/^ /, '')
    .normalize('NFKC');
}

/** Removes every blank and dash: for codes and numbers, whose groups mean nothing, and for names. */
export const compact = (text: string): string =>
  normalText(text)
    .replace(/[ -]+/g, '')
    .replace(/[.\u3002]+$/, '')
    .normalize('NFKC');

/**
 * Returns the key by which orders, contracts and bank payments are compared: `PO-2026-7` and `po 2026 7` have the same key.
 * Between two digits a blank or a dash is kept as a dash, since `1-23` and `12-3` are different. Elsewhere both are removed.
 */
export const identityKey = (text: string): string =>
  normalText(text)
    .replace(/[ -]+/g, '-')
    .replace(/(?<![0-9])-|-(?![0-9])/g, '')
    .replace(/[.\u3002]+$/, '')
    .normalize('NFKC');

/** Returns whether two names differ in nothing but width, brackets, points and blanks. */
export const sameName = (a: string, b: string): boolean => compact(a) === compact(b);

/** Replaces every form of the point within a name by one, so that the same person does not have two names. */
export const plainName = (text: string): string =>
  withoutInvisible(text).replace(/[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]/g, '\u00b7');

/** Returns the words of a search, each of which must be found; none where only signs were typed. */
export const searchWords = (text: string): string[] => [
  ...new Set(
    normalText(text)
      .split(everyMark)
      .filter((word) => word !== ''),
  ),
];

/** Returns the text, without any punctuation, in which the words of a search are looked for. */
export const searchText = (text: string): string =>
  normalText(text).replace(everyMark, '').normalize('NFKC');
