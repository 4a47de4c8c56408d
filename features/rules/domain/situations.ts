import type { Rules, When } from './rules';

/** Lists all rules that depend on a situation. */
export const situationsOf = (rules: Rules): When[] => [
  ...(rules.requirements ?? []),
  ...rules.rates,
  ...(rules.caps ?? []),
  ...(rules.fixedAwards ?? []),
  ...(rules.pool.subPools ?? []),
];

/** Lists the programme's own questions that any situation uses, each once. */
export const flagsOf = (rules: Rules): string[] => [
  ...new Set(
    situationsOf(rules).flatMap(({ flags = [], notFlags = [] }) => [...flags, ...notFlags]),
  ),
];

/** Represents a region that no rule names. */
export const elsewhere = 'elsewhere';

/** Lists the regions that the rules name, for choosing one of them or none. */
export const regionsOf = (rules: Rules): string[] => [
  ...new Set(
    [...(rules.requirements ?? []), ...rules.rates, ...(rules.caps ?? [])].flatMap(
      ({ regions }) => regions ?? [],
    ),
  ),
];
