import { firstDate, formatDate, isIsoDate, lastDate, readDate } from '@/lib/dates';
import { done, refused } from '@/lib/result';
import { parsed } from '../conditions';
import { day } from './bounds';
import {
  faultOf,
  filledParts,
  object,
  oneText,
  readText,
  textIn,
  usual,
  type Faults,
  type Kind,
} from './kind';

/** One day within the limits of the question. It is not copied to another application. */
export const date = oneText({
  bounds: { earliest: day, latest: day },
  copied: false,
  isReversed: ({ earliest, latest }) =>
    earliest !== undefined && latest !== undefined && earliest > latest,
  write: (text) => readDate(text) ?? text,
  // A year before 1800 or after 2199 is a typing mistake in any question.
  check({ earliest = firstDate, latest = lastDate }, text) {
    const read = readDate(text);
    if (read === undefined) return refused('date_invalid');
    if (read < earliest) return refused('date_too_early', { earliest });
    return read > latest ? refused('date_too_late', { latest }) : done();
  },
  shown: (_, value, locale) => (isIsoDate(value) ? formatDate(value, locale) : value),
});

type End = 'from' | 'to';

export const periodName = (name: string, end: End): string => `${name}.${end}`;

/** Reads the two ends of a period from its answer. A missing end is empty. */
export function readPeriod(answer: string): Record<End, string> {
  const { from, to } = object(parsed(answer));
  return { from: textIn(from), to: textIn(to) };
}

/** Two days, the second not before the first. An answer with only one end may be saved, but counts as missing. */
export const period: Kind<typeof date.bounds> = {
  ...usual,
  bounds: date.bounds,
  copied: false,
  isReversed: (field) => date.isReversed(field),
  typed({ name }, sent) {
    const direct = sent[name];
    if (typeof direct === 'string') return direct;
    const [from, to] = [sent[periodName(name, 'from')], sent[periodName(name, 'to')]];
    if (from === undefined && to === undefined) return undefined;
    return JSON.stringify({ from: textIn(from), to: textIn(to) });
  },
  parts({ name }, answer) {
    const { from, to } = readPeriod(answer);
    return { [periodName(name, 'from')]: from, [periodName(name, 'to')]: to };
  },
  live(name, values) {
    const there = periodName(name, 'from') in values;
    return there ? filledParts(name, values) : usual.live(name, values);
  },
  isEmpty(_, typed) {
    if (typed.trim() === '') return true;
    const { from, to } = readPeriod(typed);
    return parsed(typed) !== undefined && from.trim() === '' && to.trim() === '';
  },
  read(field, typed) {
    const { name } = field;
    if (typeof parsed(typed) !== 'object') {
      return { value: typed, faults: { [name]: faultOf(refused('date_invalid')) } };
    }
    const ends = readPeriod(typed);
    const [from, to] = [readText(date, field, ends.from), readText(date, field, ends.to)];
    const faults: Faults = {};
    if (from.fault) faults[periodName(name, 'from')] = from.fault;
    if (to.fault) faults[periodName(name, 'to')] = to.fault;
    const whole = !from.fault && !to.fault && from.value !== '' && to.value !== '';
    if (whole && to.value < from.value) {
      faults[periodName(name, 'to')] = faultOf(refused('period_reversed', { on: from.value }));
    }
    return { value: JSON.stringify({ from: from.value, to: to.value }), faults };
  },
  isPartial(_, answer) {
    const { from, to } = readPeriod(answer);
    return from === '' || to === '';
  },
  shown(field, value, locale, vendors) {
    const { from, to } = readPeriod(value);
    if (from === '' && to === '') return value;
    const [first, last] = [from, to].map((end) => date.shown(field, end, locale, vendors));
    return `${first} – ${last}`;
  },
};
