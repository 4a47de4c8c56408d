import { organisationName } from '@/lib/organisation-name';
import { isId } from '@/lib/query';
import { done, refused } from '@/lib/result';
import { oneText } from './kind';

/** An accredited vendor, kept by its id; one that is listed no more stays readable. */
export const vendor = oneText({
  bounds: {},
  write: (text) => text.toLowerCase(),
  check: (_, text) => (isId(text) ? done() : refused('choice_unknown')),
  shown(_, value, locale, vendors) {
    const found = vendors.find((candidate) => candidate.id === value);
    return found ? organisationName(found, locale) : value;
  },
});
