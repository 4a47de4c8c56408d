import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { isId } from '@/lib/query';
import { provinces } from '@/lib/regions';
import { done, refused } from '@/lib/result';
import { chosen } from '../conditions';
import { mostOptions } from '../limits';
import { count, optionsFrom, type Bound, type Choice } from './bounds';
import { faultOf, inOneLine, oneText, usual, type Kind } from './kind';

const checkChoice = (options: readonly Choice[], text: string) =>
  options.some(({ value }) => value === text) ? done() : refused('choice_unknown');

function shownChoice(options: readonly Choice[], value: string, locale: Locale): string {
  const option = options.find((candidate) => candidate.value === value);
  return option ? say(option.label, locale) : value;
}

/** Makes a kind whose answer is one choice. */
const oneOf = (options: Extract<Bound, { sort: 'options' }> & { must: true }) =>
  oneText({
    bounds: { options },
    subject: 'choices',
    options: (field) => field.options,
    check: (field, text) => checkChoice(field.options, text),
    shown: (field, value, locale) => shownChoice(field.options, value, locale),
  });

/** A rule may leave only one choice; the editor and the columns of a table require at least two. */
export const choice = oneOf({ ...optionsFrom(1), must: true });
export const columnChoice = oneOf({ ...optionsFrom(2), must: true });
export const yesNo = oneOf({ ...optionsFrom(2, 2), must: true, fixed: true });

/** Returns the regions to choose from: the programme's own, or the provinces. */
const regionsOf = ({ options }: { readonly options?: readonly Choice[] | undefined }) =>
  options ?? provinces;

export const region = oneText({
  bounds: { options: optionsFrom(2) },
  subject: 'choices',
  options: regionsOf,
  check: (field, text) => checkChoice(regionsOf(field), text),
  shown: (field, value, locale) => shownChoice(regionsOf(field), value, locale),
});

/** An accredited vendor, stored by its id. An id that is no longer listed is shown as it is. */
export const vendor = oneText({
  bounds: {},
  write: (text) => text.toLowerCase(),
  check: (_, text) => (isId(text) ? done() : refused('choice_unknown')),
  shown(_, value, locale, vendors) {
    const found = vendors.find((candidate) => candidate.id === value);
    return found ? organisationName(found, locale) : value;
  },
});

/**
 * Returns the name of the field which marks that a list was on the page. Without it a list with no choice would send
 * nothing.
 */
export const countName = (name: string): string => `${name}.#`;

const manyBounds = {
  options: { ...optionsFrom(2), must: true },
  /** How many must be chosen if the question is answered at all, and how many may be. */
  min: count(0, mostOptions),
  max: { ...count(0, mostOptions), leastTyped: 1 },
} as const;

/** Any number of choices, stored as a list in the order of the options. */
export const many: Kind<typeof manyBounds> = {
  ...usual,
  bounds: manyBounds,
  subject: 'choices',
  options: ({ options }) => options,
  isReversed: ({ options, min = 0, max = options.length }) => min > Math.min(max, options.length),
  typed({ name }, sent) {
    const direct = sent[name];
    if (direct === undefined) return countName(name) in sent ? '' : undefined;
    if (typeof direct === 'string' && direct.startsWith('[')) return direct;
    const all = [direct].flat().filter((one) => typeof one === 'string' && one !== '');
    return all.length === 0 ? '' : JSON.stringify(all);
  },
  live(name, values) {
    if (!(countName(name) in values)) return usual.live(name, values);
    const value = values[name];
    return value === undefined ? '' : JSON.stringify([value].flat());
  },
  isEmpty: (_, typed) =>
    typed.trim() === '' || (typed.startsWith('[') && chosen(typed).length === 0),
  read({ name, options, min = 0, max = options.length }, typed) {
    const wanted = chosen(typed);
    const known = options.map(({ value }) => value).filter((value) => wanted.includes(value));
    const unknown = wanted.some((value) => !known.includes(value));
    const fault =
      known.length === 0 || unknown
        ? refused('choice_unknown')
        : known.length < min
          ? refused('choices_too_few', { minimum: min })
          : known.length > max && refused('choices_too_many', { maximum: max });
    return {
      value: unknown ? typed : JSON.stringify(known),
      faults: fault ? { [name]: faultOf(fault) } : {},
    };
  },
  shown: ({ options }, value, locale) =>
    inOneLine(chosen(value).map((one) => shownChoice(options, one, locale))),
};
