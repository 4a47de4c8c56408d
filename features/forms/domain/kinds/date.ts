import { firstDate, formatDate, isIsoDate, lastDate, readDate } from '@/lib/dates';
import { done, refused } from '@/lib/result';
import { day } from './bounds';
import { oneText } from './kind';

/** One day, within those that the question allows; each application states its own. */
export const date = oneText({
  bounds: { earliest: day, latest: day },
  copied: false,
  faults: ({ earliest, latest }) =>
    earliest !== undefined && latest !== undefined && earliest > latest ? ['bounds_reversed'] : [],
  write: (text) => readDate(text) ?? text,
  // A year of three digits, or of the next century but one, is a slip whatever it is asked for.
  check({ earliest = firstDate, latest = lastDate }, text) {
    const read = readDate(text);
    if (read === undefined) return refused('date_invalid');
    if (read < earliest) return refused('date_too_early', { earliest });
    return read > latest ? refused('date_too_late', { latest }) : done();
  },
  shown: (_, value, locale) => (isIsoDate(value) ? formatDate(value, locale) : value),
});
