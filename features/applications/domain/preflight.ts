import type { Assessment } from '@/features/rules/domain/assess';
import { neededFacts } from '@/features/rules/domain/needed-facts';
import { facts } from '@/features/rules/domain/declared/questions';
import type { Rules } from '@/features/rules/domain/rules';
import type { AssessmentRefusal, RefusalCode } from '@/features/rules/domain/sheet';
import { allFields, type FormDefinition } from '@/features/forms/domain/form';

/** The topics that rules can check, in the order in which a founder is likely to think of them. */
export const topics = [
  'period',
  'applicant',
  'project',
  'side',
  'conditions',
  'contract',
  'once',
  'affiliates',
  'support',
  'vendor',
  'places',
  'amount',
  'caps',
  'pool',
] as const;
export type Topic = (typeof topics)[number];

type Cause = { topic: Topic; fields?: readonly string[] };

/** The topic of each refusal, and the fields whose answers cause it. */
const causes: Record<Exclude<RefusalCode, 'fact_missing' | 'condition_unmet'>, Cause> = {
  programme_not_begun: { topic: 'period' },
  programme_ended: { topic: 'period' },
  clause_not_in_force: { topic: 'period' },
  applicant_type: { topic: 'applicant' },
  region_outside: { topic: 'applicant', fields: ['region'] },
  firm_too_old: { topic: 'applicant' },
  firm_too_young: { topic: 'applicant' },
  firm_size: { topic: 'applicant', fields: ['size'] },
  sector: { topic: 'applicant', fields: ['sector'] },
  not_one_person: { topic: 'applicant', fields: ['onePerson'] },
  chip_origin: { topic: 'project', fields: ['chipOrigin'] },
  model_status: { topic: 'project', fields: ['model'] },
  project_rank: { topic: 'project', fields: ['project'] },
  direction_not_supported: { topic: 'project', fields: ['direction'] },
  purpose_not_supported: { topic: 'project', fields: ['purpose'] },
  side_not_supported: { topic: 'side', fields: ['side'] },
  other_side_claims: { topic: 'side', fields: ['otherSideClaims'] },
  contract_signed_early: { topic: 'contract', fields: ['signedOn'] },
  contract_signed_late: { topic: 'contract', fields: ['signedOn'] },
  contract_too_long: { topic: 'contract', fields: ['endsOn', 'startsOn'] },
  contract_dates_reversed: { topic: 'contract', fields: ['startsOn', 'endsOn'] },
  outside_period: { topic: 'contract', fields: ['startsOn', 'endsOn'] },
  contract_claimed: { topic: 'once', fields: ['contractNumber'] },
  affiliated_vendor: { topic: 'affiliates', fields: ['affiliated', 'vendorId'] },
  other_support: { topic: 'support', fields: ['otherSupport'] },
  other_support_unstated: { topic: 'support', fields: ['otherSupportAmount', 'otherSupport'] },
  upper_tier_first: { topic: 'support', fields: ['upperTierClaimed'] },
  support_used_up: { topic: 'support', fields: ['otherSupportAmount'] },
  vendor_not_listed: { topic: 'vendor', fields: ['vendorId'] },
  vendor_item: { topic: 'vendor', fields: ['vendorId'] },
  vendor_capacity: { topic: 'vendor', fields: ['vendorCapacity', 'vendorId'] },
  vendor_region: { topic: 'vendor', fields: ['vendorRegion', 'vendorId'] },
  vendor_listed_late: { topic: 'vendor', fields: ['signedOn', 'vendorId'] },
  banned: { topic: 'applicant' },
  years_used_up: { topic: 'places' },
  places_taken: { topic: 'places' },
  base_missing: {
    topic: 'amount',
    fields: ['settledAmount', 'paidAmount', 'meteredAmount', 'contractAmount'],
  },
  rate_none: { topic: 'amount', fields: ['chipOrigin', 'purpose'] },
  below_threshold: {
    topic: 'amount',
    fields: ['settledAmount', 'paidAmount', 'meteredAmount', 'contractAmount'],
  },
  above_limit: {
    topic: 'amount',
    fields: ['settledAmount', 'paidAmount', 'meteredAmount', 'contractAmount'],
  },
  amount_zero: { topic: 'amount', fields: ['contractAmount'] },
  below_minimum: {
    topic: 'amount',
    fields: ['settledAmount', 'paidAmount', 'meteredAmount', 'contractAmount'],
  },
  cap_used_up: { topic: 'caps' },
  pool_exhausted: { topic: 'pool' },
};

/** A fact that is not known belongs to the topic of its question. */
const topicOfFact: Readonly<Record<string, Topic>> = {
  region: 'applicant',
  size: 'applicant',
  sector: 'applicant',
  onePerson: 'applicant',
  direction: 'project',
  model: 'project',
  project: 'project',
};

function causeOf({ code, values }: AssessmentRefusal): Cause {
  if (code === 'condition_unmet') {
    return { topic: 'conditions', fields: [`flag_${values.flag ?? ''}`] };
  }
  if (code !== 'fact_missing') return causes[code];
  const fact = String(values.fact ?? '');
  return fact.startsWith('flag:')
    ? { topic: 'conditions', fields: [`flag_${values.flag ?? ''}`] }
    : { topic: topicOfFact[fact] ?? 'conditions', fields: [fact] };
}

/** For each topic, whether the rules of a programme check it. */
const looksAt: Record<Topic, (rules: Rules) => boolean> = {
  period: () => true,
  applicant: () => true,
  project: ({ purposes, directions, requirements = [] }) =>
    purposes !== undefined ||
    directions !== undefined ||
    requirements.some(({ chipOrigin, models, projects }) => chipOrigin ?? models ?? projects),
  side: ({ beneficiary }) => beneficiary !== undefined,
  conditions: ({ requirements = [] }) =>
    requirements.some(({ flags, notFlags }) => flags ?? notFlags),
  contract: ({ contract, base }) => contract !== undefined || base.proration !== undefined,
  once: ({ claim }) => claim?.oncePerContract === true,
  affiliates: ({ affiliates }) => affiliates !== undefined,
  support: ({ stacking }) => stacking !== undefined,
  vendor: (rules) => neededFacts(rules).some((fact) => fact.startsWith('vendor')),
  places: (rules) => facts.yearsBefore.needed(rules) || rules.intake?.kind === 'quota',
  amount: () => true,
  caps: ({ capPerContract, capPerYear, caps = [] }) =>
    capPerContract !== undefined || capPerYear !== undefined || caps.length > 0,
  pool: () => true,
};

/** Where an answer is given: a page of the form and a field on it. */
export type Place = { readonly section: string; readonly field: string };

/** Returns the place of the first of these fields that the form has. */
export function placeOf(form: FormDefinition, names: readonly string[]): Place | undefined {
  const known = new Set(allFields(form).map(({ name }) => name));
  const field = names.find((name) => known.has(name));
  const section = form.sections.find(({ fields }) => fields.some(({ name }) => name === field));
  return field !== undefined && section ? { section: section.id, field } : undefined;
}

export type Gate = {
  readonly topic: Topic;
  /** unknown: an answer that the rules need is missing. Nothing is assumed for it. */
  readonly verdict: 'passes' | 'partly' | 'refused' | 'unknown';
  readonly reasons: readonly { readonly refusal: AssessmentRefusal; readonly place?: Place }[];
};

/** Steps of a calculation which show that the pool cannot pay the whole amount. */
const short = ['pool', 'pool_share', 'pool_share_later', 'pool_queue'];

/**
 * Compares the present answers with every topic that a programme checks. Returns what passes, what would be refused
 * and because of which answers, and what cannot be decided yet.
 */
export function gatesOf(
  rules: Rules,
  form: FormDefinition,
  assessment: Assessment | undefined,
): Gate[] {
  const refusals = assessment && !assessment.eligible ? assessment.refusals : [];
  const steps = assessment?.steps ?? [];
  return topics.flatMap((topic): Gate[] => {
    const own = refusals.filter((refusal) => causeOf(refusal).topic === topic);
    if (own.length === 0 && !looksAt[topic](rules)) return [];
    const reasons = own.map((refusal) => {
      const place = placeOf(form, causeOf(refusal).fields ?? []);
      return { refusal, ...(place && { place }) };
    });
    if (!assessment) return [{ topic, verdict: 'unknown', reasons }];
    const missing = own.length > 0 && own.every(({ code }) => code === 'fact_missing');
    if (missing) return [{ topic, verdict: 'unknown', reasons }];
    if (own.length > 0) return [{ topic, verdict: 'refused', reasons }];
    const partly = topic === 'pool' && steps.some(({ code }) => short.includes(code));
    return [{ topic, verdict: partly ? 'partly' : 'passes', reasons }];
  });
}
