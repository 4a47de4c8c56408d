import { z } from 'zod';
import { formatYuanPlain, type Fen } from '@/lib/money';
import { assess, type Assessment } from './domain/assess';
import type { Rules } from './domain/rules';
import { refusalCodes, ruleFen } from './domain/sheet';
import type { Bilingual } from '@/lib/bilingual';
import { readFacts } from './domain/read-facts';
import { factsSchema, type FactsInput } from './facts-schema';

const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const amount = z.string().regex(/^\d{1,13}\.\d{2}$/);

/** The worked examples of a programme: a situation, and what the rules give for it. */
export const examplesSchema = z.array(
  z.strictObject({
    title: bilingual,
    // Validated as facts, but stored as they were written.
    facts: z.custom<FactsInput>((value) => factsSchema.safeParse(value).success),
    expected: z.union([
      z.strictObject({ amount }),
      z.strictObject({ refusals: z.array(z.enum(refusalCodes)).min(1) }),
    ]),
  }),
);

/**
 * A worked example. A version cannot be published while one of its examples fails. `amount` is decimal text; `refusals`
 * contains all codes of the situation, in any order.
 */
export type ProgrammeExample = {
  readonly title: Bilingual;
  readonly facts: FactsInput;
  readonly expected:
    { readonly amount: string } | { readonly refusals: readonly (typeof refusalCodes)[number][] };
};

/** The content of the pool if an example states none: enough for all, in fen. */
const amplePool: Fen = ruleFen('10000000000');

/** Returns the day of an example that names none: the day on which the rules come into force. */
const dayOf = (rules: Rules) => rules.source.effectiveFrom;

export type ExampleOutcome = { holds: boolean; assessment: Assessment };

/** Calculates an example with the rules. @throws ZodError for facts that the schema rejects */
export function workExample(rules: Rules, example: ProgrammeExample): ExampleOutcome {
  const read = factsSchema.parse(example.facts);
  const facts = readFacts(read, { on: dayOf(rules), poolFen: amplePool });
  const assessment = assess(rules, facts);
  const { expected } = example;
  if ('amount' in expected) {
    const holds = assessment.eligible && formatYuanPlain(assessment.amountFen) === expected.amount;
    return { holds, assessment };
  }
  const found = assessment.eligible ? [] : assessment.refusals.map(({ code }) => code);
  const same = [...new Set(found)].sort().join() === [...new Set(expected.refusals)].sort().join();
  return { holds: same, assessment };
}
