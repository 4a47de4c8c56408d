import { z } from 'zod';
import { locales } from '@/lib/locale';
import { refusalCodes, stepCodes } from '@/features/rules/domain/sheet';
import { modes, units, voucherKinds } from '@/features/rules/domain/rules';
import { factsSchema } from '@/features/rules/facts-schema';
import { rulesSchema } from '@/features/rules/schema';

/** The responses of the public API about programmes; the meaning of each field is in field-messages.ts, and for rules and facts in features/rules/domain/declared. */

/** An amount such as `1200000.00`. It is always a string, because many languages read a JSON number as a float. */
const amount = z
  .string()
  .regex(/^-?\d{1,15}\.\d{2}$/)
  .meta({ examples: ['1200000.00'] });
const instant = z.iso.datetime();
const date = z.iso.date();
const clause = z.string().meta({ examples: ['5.2'] });

const bilingual = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, z.string()])) as Record<
    (typeof locales)[number],
    z.ZodString
  >,
);
const city = z.strictObject({ slug: z.string(), name: bilingual });
const round = z.strictObject({ number: z.int(), opensAt: instant, closesAt: instant });

const summary = {
  slug: z.string(),
  url: z.url(),
  city,
  title: bilingual,
  summary: bilingual,
  kind: z.enum(voucherKinds),
  mode: z.enum(modes),
  unit: z.enum(units),
  open: z.boolean(),
  round: round.nullable(),
  nextRound: round.nullable(),
  poolLeft: amount.nullable(),
};
const programmeSummary = z.strictObject(summary);

const version = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  publishedAt: instant.nullable(),
});

const programme = z.strictObject({
  ...summary,
  bureau: bilingual,
  version,
  facts: z.array(z.string()),
  rules: rulesSchema,
});

const programmeList = z.strictObject({
  programmes: z.array(programmeSummary),
  nextCursor: z.string().nullable(),
});

const step = z.strictObject({
  code: z.enum(stepCodes),
  clause,
  label: z.string(),
  detail: z.string().nullable(),
  before: amount,
  after: amount,
});
const refusal = z.strictObject({
  code: z.enum(refusalCodes),
  clause,
  reason: z.string(),
  remedy: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
const funding = z.strictObject({ funder: z.string(), amount });

const assessment = z.strictObject({
  programme: z.strictObject({ slug: z.string(), version }),
  asOf: instant,
  on: date,
  eligible: z.boolean(),
  amount: amount.nullable(),
  unit: z.enum(units),
  ceiling: z.boolean(),
  queued: z.boolean(),
  subPool: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  funding: z.array(funding),
  poolLeft: amount,
  steps: z.array(step),
  refusals: z.array(refusal),
});

/** The schemas by their names in the OpenAPI document. */
export const programmeAnswers = {
  Assessment: assessment,
  Step: step,
  Refusal: refusal,
  FundingShare: funding,
  ProgrammeList: programmeList,
  ProgrammeSummary: programmeSummary,
  Programme: programme,
  Rules: rulesSchema,
  Version: version,
  Round: round,
  City: city,
  Bilingual: bilingual,
} as const;

export const programmeBodies = { Facts: factsSchema } as const;

export type AnswerOf<Name extends keyof typeof programmeAnswers> = z.output<
  (typeof programmeAnswers)[Name]
>;
