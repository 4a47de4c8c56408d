import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { done, refused } from '@/lib/result';
import { optionsFrom, optionsRepeated, type Bound, type Choice } from './bounds';
import { asIs, oneText } from './kind';

export const checkChoice = (options: readonly Choice[], text: string) =>
  options.some(({ value }) => value === text) ? done() : refused('choice_unknown');

export function shownChoice(options: readonly Choice[], value: string, locale: Locale): string {
  const option = options.find((candidate) => candidate.value === value);
  return option ? say(option.label, locale) : value;
}

/** Makes a kind of which one choice is the answer. */
const oneOf = (options: Extract<Bound, { sort: 'options' }> & { must: true }) =>
  oneText({
    bounds: { options },
    subject: 'choices',
    options: (field) => field.options,
    faults: (field) => (optionsRepeated(field.options) ? ['options_repeated'] : []),
    write: asIs,
    check: (field, text) => checkChoice(field.options, text),
    shown: (field, value, locale) => shownChoice(field.options, value, locale),
  });

/** A rule may leave one choice only; the editor and the columns of a table offer several. */
export const choice = oneOf({ ...optionsFrom(1), must: true });
export const columnChoice = oneOf({ ...optionsFrom(2), must: true });
export const yesNo = oneOf({ ...optionsFrom(2, 2), must: true, fixed: true });
