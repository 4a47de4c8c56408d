/**
 * The one form in which texts are compared, searched and told apart. Two texts that look alike to whoever
 * types them are one: in full width or half, in capitals or not, with whatever dash and blank, with
 * invisible characters between, with a full stop after them. What was typed stays what is shown.
 *
 * The database has the same in `app.normal_text`, `app.identity_key` and `app.search_text`; a test holds
 * the two together character by character. The characters are therefore listed, not taken from whatever
 * version of Unicode a machine has: a changed list would change keys that stand in an index.
 */

/** Ranges of code points in hexadecimal, as both regular expressions and the database read them. */
type Ranges = readonly (readonly [first: string, last?: string])[];

/** Controls, joiners, marks of direction, selectors, fillers: nobody sees or means them. */
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

/** All that Unicode calls a dash, and what is typed for one: ˗ ⁃ the lines of tables ─ ━ and ー. */
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

/** Signs that set words off: all of ASCII, of Latin, of general and of Chinese punctuation. */
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

/** Each character of the first row stands for the one below it. */
export const folds = {
  /** Brackets of numbers of documents, of titles and of quotations; and the small sigma at an end. */
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

/** One by one: at the end of a word a capital sigma would become another letter than within it. */
const lower = (text: string) =>
  Array.from(text.replaceAll('\u0130', 'i'), (character) => character.toLowerCase()).join('');

/** In half width and without invisible characters: what stands before every reading of a number. */
export const plainWidth = (text: string): string =>
  text.normalize('NFKC').replace(everyInvisible, '').normalize('NFKC');

/** Without invisible characters, which nobody typed on purpose; all else as it is. */
export const withoutInvisible = (text: string): string => text.replace(everyInvisible, '');

/** The form in which texts are compared: `ＰＯ–2026　7。` is `po-2026 7`. */
export function normalText(text: string): string {
  return lower(plainWidth(text))
    .replace(everyDash, '-')
    .replace(everyBlank, ' ')
    .replace(everyFolded, (character) => folded.get(character) ?? character)
    .replace(/[ .\u3002]+$/, '')
    .replace(/^ /, '')
    .normalize('NFKC');
}

/** Without any blank or dash: for codes and numbers, whose groups mean nothing, and for names. */
export const compact = (text: string): string =>
  normalText(text)
    .replace(/[ -]+/g, '')
    .replace(/[.\u3002]+$/, '')
    .normalize('NFKC');

/**
 * Returns the key by which orders, contracts and bank payments are compared: `PO-2026-7` and `po 2026 7` have the same.
 * Between two digits a blank or a dash counts, since `1-23` and `12-3` are two; which of them does not.
 */
export const identityKey = (text: string): string =>
  normalText(text)
    .replace(/[ -]+/g, '-')
    .replace(/(?<![0-9])-|-(?![0-9])/g, '')
    .replace(/[.\u3002]+$/, '')
    .normalize('NFKC');

/** Names are the same when nothing but width, brackets, points and blanks sets them apart. */
export const sameName = (a: string, b: string): boolean => compact(a) === compact(b);

/** The point within a name has one form, or the same person would have two names. */
export const plainName = (text: string): string =>
  withoutInvisible(text).replace(/[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]/g, '\u00b7');

/** The words of a search, each to be found by itself; none where nothing but signs was typed. */
export const searchWords = (text: string): string[] => [
  ...new Set(
    normalText(text)
      .split(everyMark)
      .filter((word) => word !== ''),
  ),
];

/** Returns the text in which the words of a search are looked for: without any punctuation. */
export const searchText = (text: string): string =>
  normalText(text).replace(everyMark, '').normalize('NFKC');
