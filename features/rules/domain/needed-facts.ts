import { factNames, facts, type QuestionFact } from './declared/questions';
import type { Rules } from './rules';
import { flagsOf } from './situations';

/** Returns the facts that the rules look at. `flags` represents all of the programme's own questions together. */
export const neededFacts = (rules: Rules): QuestionFact[] =>
  factNames.filter((name) => facts[name].needed(rules));

/**
 * Returns the facts that the rules look at, by the names of `factsSchema`, in the order of the questions. The eligibility
 * check, the application form and the interface all request exactly these. A question of the programme's own is `flag:` and
 * its id.
 */
export const neededFactNames = (rules: Rules): string[] =>
  neededFacts(rules).flatMap((name) =>
    name === 'flags' ? flagsOf(rules).map((flag) => `flag:${flag}`) : [name],
  );
