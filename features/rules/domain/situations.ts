import type { Rules, When } from './rules';

/** Lists everything of the rules that is tied to a situation. */
export const situationsOf = (rules: Rules): When[] => [
  ...(rules.requirements ?? []),
  ...rules.rates,
  ...(rules.caps ?? []),
  ...(rules.fixedAwards ?? []),
  ...(rules.pool.subPools ?? []),
];

/** Lists the programme's own questions that some situation needs, each once. */
export const flagsOf = (rules: Rules): string[] => [
  ...new Set(
    situationsOf(rules).flatMap(({ flags = [], notFlags = [] }) => [...flags, ...notFlags]),
  ),
];

/** A region that no rule names. */
export const elsewhere = 'elsewhere';

/** Lists the regions that the rules name, for choosing one of them or none. */
export const regionsOf = (rules: Rules): string[] => [
  ...new Set(
    [...(rules.requirements ?? []), ...rules.rates, ...(rules.caps ?? [])].flatMap(
      ({ regions }) => regions ?? [],
    ),
  ),
];
