import { addMonths } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import type { Facts } from './facts';
import type { Clause, Rules, When } from './rules';
import { ruleFen, type CompleteRefusal, type RefusalCode } from './sheet';

type Part = keyof When;
/** Whether one part of a situation is true; undefined if the fact is not known. */
type Answer = boolean | undefined;
type Tests = {
  readonly [P in Part]: (
    required: NonNullable<When[P]>,
    facts: Facts,
    baseFen: Fen | undefined,
  ) => Answer;
};

const among = <T>(required: readonly T[], known: T | undefined): Answer =>
  known === undefined ? undefined : required.includes(known);

const answered = (required: readonly string[], facts: Facts, wanted: boolean): Answer => {
  const answers = required.map((flag) => facts.flags?.[flag]);
  if (answers.some((answer) => answer !== undefined && answer !== wanted)) return false;
  return answers.includes(undefined) ? undefined : true;
};

const tests: Tests = {
  applicantTypes: (required, facts) => among(required, facts.applicantType),
  regions: (required, { region }) =>
    region === undefined ? undefined : required.some((code) => region.startsWith(code)),
  firmYoungerThanMonths: (required, facts) => facts.on < addMonths(facts.registeredOn, required),
  firmOlderThanMonths: (required, facts) => facts.on >= addMonths(facts.registeredOn, required),
  sizes: (required, facts) => among(required, facts.size),
  sectors: (required, facts) => among(required, facts.sector),
  onePerson: (_asked, facts) => facts.onePerson,
  direction: (required, facts) =>
    facts.direction === undefined ? undefined : facts.direction === required,
  side: (required, facts) => (facts.side ?? 'demand') === required,
  purpose: (required, facts) => facts.purpose === required,
  chipOrigin: (required, facts) => facts.chipOrigin === required,
  models: (required, facts) => among(required, facts.model),
  projects: (required, facts) => among(required, facts.project),
  flags: (required, facts) => answered(required, facts, true),
  notFlags: (required, facts) => answered(required, facts, false),
  baseAtLeastYuan: (required, _facts, base) =>
    base === undefined ? undefined : base >= ruleFen(required),
  baseBelowYuan: (required, _facts, base) =>
    base === undefined ? undefined : base < ruleFen(required),
};
const known = new WeakMap<When, readonly Part[]>();

/**
 * Returns the parts that a situation uses. They are cached, because rules are evaluated far more often than they are read.
 */
function partsOf(when: When): readonly Part[] {
  const before = known.get(when);
  if (before) return before;
  const parts = (Object.keys(tests) as Part[]).filter((part) => when[part] !== undefined);
  known.set(when, parts);
  return parts;
}

function holds<P extends Part>(part: P, when: When, facts: Facts, base: Fen | undefined): Answer {
  const required = when[part];
  return required === undefined ? true : tests[part](required, facts, base);
}

/** Returns whether the facts fit the situation. An unknown fact does not fit. */
export const fits = (when: When, facts: Facts, base?: Fen): boolean =>
  partsOf(when).every((part) => holds(part, when, facts, base) === true);

const codes = {
  applicantTypes: 'applicant_type',
  regions: 'region_outside',
  firmYoungerThanMonths: 'firm_too_old',
  firmOlderThanMonths: 'firm_too_young',
  sizes: 'firm_size',
  sectors: 'sector',
  onePerson: 'not_one_person',
  direction: 'direction_not_supported',
  side: 'side_not_supported',
  purpose: 'purpose_not_supported',
  chipOrigin: 'chip_origin',
  models: 'model_status',
  projects: 'project_rank',
  flags: 'condition_unmet',
  notFlags: 'condition_unmet',
  baseAtLeastYuan: 'below_threshold',
  baseBelowYuan: 'above_limit',
} as const satisfies { readonly [P in Part]: RefusalCode };

/** The name under which a missing fact is reported. */
const factNames: { readonly [P in Part]?: string } = {
  regions: 'region',
  sizes: 'size',
  sectors: 'sector',
  onePerson: 'onePerson',
  direction: 'direction',
  models: 'model',
  projects: 'project',
};

const list = (asked: When[Part]): string =>
  Array.isArray(asked) ? asked.join(',') : String(asked);

/** Returns a refusal for each part of a required situation that is not true. */
export function unmet(
  rules: Rules,
  when: When & Clause,
  facts: Facts,
  base: Fen | undefined,
): CompleteRefusal[] {
  const { clause } = when;
  return partsOf(when).flatMap((part): CompleteRefusal[] => {
    const answer = holds(part, when, facts, base);
    if (answer === true) return [];
    if (part === 'flags' || part === 'notFlags') return unmetFlags(rules, part, when, facts);
    const asked = when[part];
    if (answer === undefined) {
      // Without a base there is nothing to compare. The missing base has a refusal of its own.
      const fact = factNames[part];
      return fact ? [{ code: 'fact_missing', clause, values: { fact } }] : [];
    }
    if (part === 'baseAtLeastYuan' || part === 'baseBelowYuan') {
      const values = { least: ruleFen(list(asked)), held: base ?? 0n, perYear: 0 };
      return [{ code: codes[part], clause, values }];
    }
    return [{ code: codes[part], clause, values: { wanted: list(asked) } }];
  });
}

/** Returns a refusal for each of the programme's own questions that has no answer or the wrong one. */
function unmetFlags(
  { questions }: Rules,
  part: 'flags' | 'notFlags',
  when: When & Clause,
  facts: Facts,
): CompleteRefusal[] {
  const { clause } = when;
  const wanted = part === 'flags';
  return (when[part] ?? [])
    .filter((flag) => facts.flags?.[flag] !== wanted)
    .map((flag): CompleteRefusal => {
      const text = questions?.find(({ id }) => id === flag)?.text;
      const question = text && { zh: text['zh-CN'], en: text.en };
      const unknown = facts.flags?.[flag] === undefined;
      return unknown
        ? { code: 'fact_missing', clause, values: { fact: `flag:${flag}`, flag, ...question } }
        : {
            code: 'condition_unmet',
            clause,
            values: { flag, wanted: wanted ? 'yes' : 'no', ...question },
          };
    });
}
