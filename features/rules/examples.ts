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

/** Worked examples of a programme: a situation, and what the text gives for it. */
export const examplesSchema = z.array(
  z.strictObject({
    title: bilingual,
    // Checked as facts, kept as they were written.
    facts: z.custom<FactsInput>((value) => factsSchema.safeParse(value).success),
    expected: z.union([
      z.strictObject({ amount }),
      z.strictObject({ refusals: z.array(z.enum(refusalCodes)).min(1) }),
    ]),
  }),
);

/**
 * A worked example: publication is refused while one fails. `amount` is decimal text; `refusals`
 * are all codes that the situation has, in any order.
 */
export type ProgrammeExample = {
  readonly title: Bilingual;
  readonly facts: FactsInput;
  readonly expected:
    { readonly amount: string } | { readonly refusals: readonly (typeof refusalCodes)[number][] };
};

/** What the pool holds where an example says nothing: enough for everybody. */
const amplePool: Fen = ruleFen('10000000000');

/** The day on which an example is worked where it names none: the day the rules come into force. */
const dayOf = (rules: Rules) => rules.source.effectiveFrom;

export type ExampleOutcome = { holds: boolean; assessment: Assessment };

/** Works an example through the rules. @throws ZodError for facts that the schema refuses */
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
