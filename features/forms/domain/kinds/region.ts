import { provinces } from '@/lib/regions';
import { optionsFrom, optionsRepeated, type Choice } from './bounds';
import { checkChoice, shownChoice } from './choice';
import { asIs, oneText } from './kind';

/** Regions from which one may choose: the programme's own, or the provinces. */
const regionsOf = ({ options }: { readonly options?: readonly Choice[] | undefined }) =>
  options ?? provinces;

export const region = oneText({
  bounds: { options: optionsFrom(2) },
  subject: 'choices',
  options: regionsOf,
  faults: (field) => (optionsRepeated(regionsOf(field)) ? ['options_repeated'] : []),
  write: asIs,
  check: (field, text) => checkChoice(regionsOf(field), text),
  shown: (field, value, locale) => shownChoice(regionsOf(field), value, locale),
});
