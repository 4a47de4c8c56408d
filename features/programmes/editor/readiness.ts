import { z } from 'zod';
import type { FormFault } from '@/features/forms/domain/definition';
import type { FormDefinition } from '@/features/forms/domain/form';
import { programmeForm } from '@/features/rules/application-form';
import { formSchema } from '@/features/forms/schema';
import { isIsoDate } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import type { Contradiction } from './domain/contradiction';
import { contradictions } from './domain/contradictions';
import type { Draft } from './domain/draft';
import { parameterAt } from '@/features/rules/domain/parameter-table';
import { patternOf } from '@/features/rules/domain/parameters';
import type { Rules } from '@/features/rules/domain/rules';
import {
  examplesSchema,
  workExample,
  type ExampleOutcome,
  type ProgrammeExample,
} from '@/features/rules/examples';
import { guideSchema, rulesSchema, type Guide } from '@/features/rules/schema';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const date = z.string().refine(isIsoDate);

/** The rounds as a draft plans them: days and clock times in China. */
export const plannedRoundsSchema = z.array(
  z.strictObject({
    number: z.number().int().positive(),
    opensOn: date,
    opensAt: time,
    closesOn: date,
    closesAt: time,
  }),
);
export type PlannedRounds = z.infer<typeof plannedRoundsSchema>;

/**
 * The least number of worked examples in a version: an ordinary one, one at the cap, one at the threshold, one refused.
 */
export const leastExamples = 4;

export const checkIds = [
  'complete',
  'languages',
  'contradictions',
  'evidence',
  'form',
  'source',
  'rounds',
  'budget',
  'examples',
] as const;
export type CheckId = (typeof checkIds)[number];

/** A reason why a version cannot be proposed, with the field to go to. */
export type Obstacle = { field: string } & (
  | { kind: 'missing' }
  | { kind: 'contradiction'; contradiction: Contradiction }
  | { kind: 'example'; at: number }
  | { kind: 'few'; count: number }
  | { kind: 'form'; fault: FormFault | undefined }
);

export type Readiness = {
  ready: boolean;
  checks: { id: CheckId; obstacles: Obstacle[] }[];
  /** The whole document, where no part is missing. */
  whole:
    | {
        rules: Rules;
        guide: Guide;
        rounds: PlannedRounds;
        examples: ProgrammeExample[];
        form: FormDefinition;
      }
    | undefined;
  /** The result of each example; undefined for one that cannot be calculated yet. */
  outcomes: (ExampleOutcome | undefined)[];
};

/** Returns the field of an issue: for a bilingual text its Chinese field, for a list its count. */
function fieldOf(path: readonly PropertyKey[], root: string): string {
  const name = [root, ...path.map(String)].filter(Boolean).join('.');
  const parameter = parameterAt(patternOf(name));
  if (parameter?.kind === 'bilingual' && !/\.(zh-CN|en)$/.test(name)) return `${name}.zh-CN`;
  return parameter?.kind === 'rows' ? `${name}.#` : name;
}

function missing(schema: z.ZodType, value: unknown, root: string): string[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return [...new Set(parsed.error.issues.map(({ path }) => fieldOf(path, root)))];
}

function work(rules: Rules | undefined, examples: readonly unknown[]) {
  return examples.map((example) => {
    const one = rules && examplesSchema.safeParse([example]);
    const [whole] = one?.success ? one.data : [];
    return rules && whole ? workExample(rules, whole) : undefined;
  });
}

/** Lists the faults of the questions. */
function formObstacles(form: FormDefinition): Obstacle[] {
  const parsed = formSchema.safeParse(form);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue): Obstacle => {
    const fault = issue.code === 'custom' ? (issue.params as FormFault | undefined) : undefined;
    return { kind: 'form', field: 'form', fault };
  });
}

const inLanguage = (field: string) => /\.(zh-CN|en)$/.test(field);
const asMissing = (fields: readonly string[]): Obstacle[] =>
  fields.map((field) => ({ kind: 'missing', field }));

/**
 * Checks whether a draft may be proposed and published: it is complete, in both languages and without contradictions;
 * it has a round, money and at least four examples, and all examples have the expected results.
 * @param budget of the pool that the programme has already, in fen
 * @param edited the questions as the draft keeps them, with the programme's own
 */
export function readinessOf(
  draft: Draft,
  budget?: Fen,
  edited: FormDefinition = { sections: [] },
): Readiness {
  const rules = rulesSchema.safeParse(draft.rules);
  const guide = guideSchema.safeParse(draft.guide);
  const rounds = plannedRoundsSchema.safeParse(draft.rounds);
  const examples = examplesSchema.safeParse(draft.examples);
  const form = rules.success ? programmeForm(rules.data, edited) : undefined;
  const absent = [
    ...missing(rulesSchema, draft.rules, 'rules'),
    ...missing(guideSchema, draft.guide, 'guide'),
  ];
  const of = (start: string) => absent.filter((field) => field.startsWith(start));
  const evidence = of('rules.evidence');
  const source = of('rules.source').filter((field) => !inLanguage(field));
  const outcomes = work(rules.data, draft.examples);
  const found = contradictions(draft, budget);
  const failing = outcomes.flatMap((outcome, at): Obstacle[] =>
    outcome?.holds ? [] : [{ kind: 'example', at, field: `examples.${at}.expected.amount` }],
  );
  const few: Obstacle[] =
    draft.examples.length < leastExamples
      ? [{ kind: 'few', count: draft.examples.length, field: 'examples.#' }]
      : [];
  const elsewhere = new Set([...evidence, ...source, ...absent.filter(inLanguage)]);
  const noRounds = draft.rounds.length === 0 ? ['rounds.#'] : [];
  const noBudget = budget === undefined && draft.budgetYuan === undefined ? ['budgetYuan'] : [];
  const checks: Readiness['checks'] = [
    { id: 'complete', obstacles: asMissing(absent.filter((field) => !elsewhere.has(field))) },
    { id: 'languages', obstacles: asMissing(absent.filter(inLanguage)) },
    {
      id: 'contradictions',
      obstacles: found.map((contradiction) => ({
        kind: 'contradiction',
        contradiction,
        field: contradiction.field,
      })),
    },
    { id: 'evidence', obstacles: asMissing(evidence) },
    // The form is made from the rules; incomplete rules are reported by another check.
    { id: 'form', obstacles: form ? formObstacles(form) : [] },
    { id: 'source', obstacles: asMissing(source) },
    {
      id: 'rounds',
      obstacles: asMissing([...noRounds, ...missing(plannedRoundsSchema, draft.rounds, 'rounds')]),
    },
    { id: 'budget', obstacles: asMissing(noBudget) },
    {
      id: 'examples',
      obstacles: [
        ...few,
        ...asMissing(missing(examplesSchema, draft.examples, 'examples').filter(inLanguage)),
        ...failing,
      ],
    },
  ];
  const whole =
    rules.success && form && guide.success && rounds.success && examples.success
      ? { rules: rules.data, guide: guide.data, rounds: rounds.data, examples: examples.data, form }
      : undefined;
  const ready = whole !== undefined && checks.every(({ obstacles }) => obstacles.length === 0);
  return { ready, checks, whole, outcomes };
}
