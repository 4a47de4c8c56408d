import { addDays, daysBetween, readDate, type IsoDate } from '../../../lib/dates';
import { done, refused, type Outcome } from '../../../lib/result';
import type { Arrangement } from '../../../lib/working-days';

/**
 * The words by which a line of an arrangement begins, typed or in a file. A line has its kind, its first day,
 * and its last day where there are several: `放假 2026-10-01 2026-10-07`, `上班,2026-10-10`; in English `off` and
 * `work`.
 */
const kinds: Readonly<Record<string, 'off' | 'work'>> = {
  放假: 'off',
  休: 'off',
  off: 'off',
  上班: 'work',
  班: 'work',
  work: 'work',
};

/** More lines than any arrangement has, and few enough for a person to read. */
const maximumLines = 100;
const longestHoliday = 31;

export type LineFault = 'line_kind' | 'line_date' | 'line_order' | 'line_long' | 'line_parts';
export type LinesRefusal = LineFault | 'lines_none' | 'lines_many';

const partsOf = (line: string) =>
  line
    .normalize('NFKC')
    .split(/[\s,;:、，；：至到~]+/)
    .filter((part) => part !== '');

function daysFrom(first: IsoDate, last: IsoDate): IsoDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

/** Reads one line, or returns what is wrong with it. The headings of a table are no line. */
function readLine(line: string): { kind: 'off' | 'work'; days: IsoDate[] } | LineFault {
  const [word = '', firstText, lastText, ...more] = partsOf(line);
  const kind = kinds[word.toLowerCase()];
  if (!kind) return 'line_kind';
  if (more.length > 0) return 'line_parts';
  const first = readDate(firstText ?? '');
  const last = lastText === undefined ? first : readDate(lastText);
  if (!first || !last) return 'line_date';
  if (last < first) return 'line_order';
  if (daysBetween(first, last) >= longestHoliday) return 'line_long';
  return { kind, days: daysFrom(first, last) };
}

/** Reads an arrangement from its lines. A fault names the line, counted from 1. */
export function readLines(year: number, text: string): Outcome<Arrangement, LinesRefusal> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  if (lines.length > maximumLines) return refused('lines_many', { maximum: maximumLines });
  const daysOff = new Set<IsoDate>();
  const worked = new Set<IsoDate>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') {
      return refused(read, { line: index + 1, text: line.trim().slice(0, 60) });
    }
    for (const day of read.days) (read.kind === 'off' ? daysOff : worked).add(day);
  }
  if (daysOff.size === 0) return refused('lines_none');
  return done({ year, daysOff: [...daysOff].sort(), worked: [...worked].sort() });
}

/** Joins consecutive days into spans: `[first, last]`. */
export function spans(days: readonly IsoDate[]): [first: IsoDate, last: IsoDate][] {
  const found: [IsoDate, IsoDate][] = [];
  for (const day of [...days].sort()) {
    const open = found.at(-1);
    if (open && addDays(open[1], 1) === day) open[1] = day;
    else found.push([day, day]);
  }
  return found;
}

/** Writes an arrangement as lines that `readLines` reads. */
export function writeLines({ daysOff, worked }: Omit<Arrangement, 'year'>): string {
  const line =
    (word: string) =>
    ([first, last]: [IsoDate, IsoDate]) =>
      first === last ? `${word} ${first}` : `${word} ${first} ${last}`;
  return [
    ...spans(daysOff).map(line('off')),
    ...[...worked].sort().map((day) => `work ${day}`),
  ].join('\n');
}
