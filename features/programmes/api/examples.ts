import { assess } from '@/features/rules/domain/assess';
import { readFacts } from '@/features/rules/domain/read-facts';
import { factsSchema } from '@/features/rules/facts-schema';
import type { Locale } from '@/lib/locale';
import { zeroFen } from '@/lib/money';
import { exampleFacts, exampleProgramme } from './example-messages';
import { toAssessment, toProgramme, toSummary } from './mapping';

/** Returns the answer of the list, with the programme of the example. */
export const listAnswer = (origin: string) => ({
  programmes: [toSummary(exampleProgramme, origin)],
  nextCursor: null,
});

/** Returns the answer for the programme of the example. */
export const programmeAnswer = (origin: string) => toProgramme(exampleProgramme, origin);

/** Returns the answer for the situation of the example, as the rules calculate it. */
export function assessmentAnswer(locale: Locale) {
  const poolFen = exampleProgramme.pool?.leftFen ?? zeroFen;
  const facts = readFacts(factsSchema.parse(exampleFacts), { on: '2026-03-02', poolFen });
  return toAssessment(exampleProgramme, assess(exampleProgramme.rules, facts), facts.on, locale);
}
