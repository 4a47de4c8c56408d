import { refused } from '@/lib/result';
import { mostOptions } from '../limits';
import { chosen } from '../conditions';
import { count, optionsFrom, optionsRepeated } from './bounds';
import { shownChoice } from './choice';
import { faultOf, inOneLine, usual, type KindLogic } from './kind';

/** Says that a list was on the page, where nothing chosen sends nothing. */
export const countName = (name: string): string => `${name}.#`;

const bounds = {
  options: { ...optionsFrom(2), must: true },
  /** How many must be chosen if it is answered at all, and how many may be. */
  min: count(0, mostOptions),
  max: { ...count(0, mostOptions), leastTyped: 1 },
} as const;

/** Any number of choices, kept as a list in the order of the choices. */
export const many: KindLogic<typeof bounds> = {
  ...usual,
  bounds,
  subject: 'choices',
  options: ({ options }) => options,
  faults({ options, min = 0, max = options.length }) {
    const reversed = min > Math.min(max, options.length);
    return [
      ...(reversed ? (['bounds_reversed'] as const) : []),
      ...(optionsRepeated(options) ? (['options_repeated'] as const) : []),
    ];
  },
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
  saysNothing: (_, typed) =>
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
