import { addDays, addMonths, type IsoDate } from '@/lib/dates';
import { fen, maxFen, type Fen } from '@/lib/money';
import { assess } from './assess';
import { statedBase } from './base';
import type { Facts } from './facts';
import { chipOrigins, modelStatuses, purposes, type Rules } from './rules';
import type { AssessmentRefusal, RefusalCode, ReasonValues } from './sheet';

export const helpCodes = [
  'base',
  'baseBelow',
  'signedFrom',
  'signedTo',
  'endsOn',
  'term',
  'applyFrom',
  'chipOrigin',
  'purpose',
  'region',
  'model',
  'affiliated',
  'otherSupport',
] as const;

/** One change that would turn a refusal into an award, and the award in that case. */
export type Help = {
  readonly code: (typeof helpCodes)[number];
  readonly values: ReasonValues;
  readonly amountFen: Fen;
};

type Change = { code: Help['code']; values: ReasonValues; facts: Partial<Facts> };
type Changes = (refusal: AssessmentRefusal, rules: Rules, facts: Facts) => Change[];

const text = (value: ReasonValues[string] | undefined) => String(value ?? '');
const first = (value: ReasonValues[string] | undefined) => text(value).split(',')[0] ?? '';

/** Refusals of an amount that is too small. A larger amount may be enough. */
const tooSmall: readonly RefusalCode[] = ['below_threshold', 'below_minimum', 'amount_zero'];

/** Returns the situation with another base, in fen. The contract is never less than what was paid. */
function withBase(rules: Rules, facts: Facts, base: Fen): Partial<Facts> {
  const contractFen = maxFen(facts.contractFen, base);
  switch (rules.base.of) {
    case 'contract':
      return { contractFen: base };
    case 'paid':
      return { paidFen: base, contractFen };
    case 'settled':
      return { settledFen: base, contractFen };
    case 'metered':
      return { meteredFen: base, contractFen };
    case 'quota':
      return { requestedFen: base };
  }
}

const whole = 100n;
/** ¥1 billion: nobody raises a contract above it to get a voucher. */
const mostWhole = 1_000_000_000n;

/** Returns the least base in whole units that no lower limit refuses, in hundredths; undefined above ¥1 billion. */
function leastBase(rules: Rules, facts: Facts): Fen | undefined {
  const enough = (units: bigint) => {
    const result = assess(rules, { ...facts, ...withBase(rules, facts, fen(units * whole)) });
    return result.eligible || !result.refusals.some(({ code }) => tooSmall.includes(code));
  };
  let low = (statedBase(rules, facts) ?? 0n) / whole;
  let high = low < 1n ? 1n : low * 2n;
  while (high <= mostWhole && !enough(high)) {
    low = high;
    high *= 2n;
  }
  if (high > mostWhole) return undefined;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return fen(high * whole);
}

const raiseBase: Changes = (_refusal, rules, facts) => {
  const base = leastBase(rules, facts);
  if (base === undefined) return [];
  return [
    { code: 'base', values: { of: rules.base.of, base }, facts: withBase(rules, facts, base) },
  ];
};

const signedOn =
  (code: 'signedFrom' | 'signedTo'): Changes =>
  ({ values }) => {
    const date = text(values.date);
    return [{ code, values: { date }, facts: { signedOn: date } }];
  };

const applyFrom = (date: IsoDate): Change[] => [
  { code: 'applyFrom', values: { date }, facts: { on: date } },
];

/** Tries other chips, another purpose and a registered model, because a rate may exist for them. */
const otherRate: Changes = (_refusal, rules, facts) => {
  const dependsOn = (key: 'chipOrigin' | 'purpose' | 'models') =>
    rules.rates.some((rate) => rate[key] !== undefined);
  return [
    ...chipOrigins
      .filter((value) => dependsOn('chipOrigin') && value !== facts.chipOrigin)
      .map((value): Change => ({
        code: 'chipOrigin',
        values: { value },
        facts: { chipOrigin: value },
      })),
    ...purposes
      .filter((value) => dependsOn('purpose') && value !== facts.purpose)
      .map((value): Change => ({
        code: 'purpose',
        values: { value },
        facts: { purpose: value },
      })),
    ...modelStatuses
      .filter((value) => dependsOn('models') && value !== facts.model)
      .map((value): Change => ({
        code: 'model',
        values: { value },
        facts: { model: value },
      })),
  ];
};

/** Tries a contract of one year, or the part of it that falls into the programme's period. */
const intoPeriod: Changes = ({ values }) => {
  const from = text(values.from);
  const year = addDays(addMonths(from, 12), -1);
  const last = text(values.to);
  const to = last < year ? last : year;
  return [{ code: 'term', values: { from, to }, facts: { startsOn: from, endsOn: to } }];
};

const changes: { readonly [C in RefusalCode]?: Changes } = {
  below_threshold: raiseBase,
  below_minimum: raiseBase,
  amount_zero: raiseBase,
  above_limit: ({ values }, rules, facts) => {
    const base = fen(BigInt(values.least ?? 0n) - 1n);
    const lower = withBase(rules, facts, base);
    return [{ code: 'baseBelow', values: { least: values.least ?? 0n }, facts: lower }];
  },
  contract_signed_early: signedOn('signedFrom'),
  contract_signed_late: signedOn('signedTo'),
  contract_too_long: ({ values }, _rules, { startsOn }) => {
    const date = addDays(addMonths(startsOn, Number(values.months)), -1);
    return [{ code: 'endsOn', values: { date }, facts: { endsOn: date } }];
  },
  outside_period: intoPeriod,
  firm_too_young: ({ values }, _rules, { registeredOn }) =>
    applyFrom(addMonths(registeredOn, Number(values.wanted))),
  clause_not_in_force: ({ values }) =>
    values.force === 'not_yet' ? applyFrom(text(values.from)) : [],
  chip_origin: ({ values }) =>
    chipOrigins
      .filter((value) => value === values.wanted)
      .map((value) => ({ code: 'chipOrigin', values: { value }, facts: { chipOrigin: value } })),
  purpose_not_supported: ({ values }) =>
    purposes
      .filter((value) => text(values.wanted).split(',').includes(value))
      .map((value) => ({ code: 'purpose', values: { value }, facts: { purpose: value } })),
  region_outside: ({ values }) => {
    const value = first(values.wanted);
    return [{ code: 'region', values: { value }, facts: { region: value } }];
  },
  model_status: ({ values }) =>
    modelStatuses
      .filter((value) => text(values.wanted).split(',').includes(value))
      .map((value) => ({ code: 'model', values: { value }, facts: { model: value } })),
  affiliated_vendor: () => [
    {
      code: 'affiliated',
      values: {},
      facts: { affiliated: false, sharePercent: undefined, commonController: false },
    },
  ],
  other_support: () => [{ code: 'otherSupport', values: {}, facts: { otherSupport: false } }],
  support_used_up: () => [{ code: 'otherSupport', values: {}, facts: { otherSupport: false } }],
  rate_none: otherRate,
};

/** Returns whether a change is worth trying: a larger amount helps only if it is the only refusal. */
const worthTrying = (refusal: AssessmentRefusal, all: readonly AssessmentRefusal[]) =>
  !tooSmall.includes(refusal.code) || all.every(({ code }) => tooSmall.includes(code));

/**
 * Returns the single change that would turn a refusal into the largest award; undefined if one change is not enough. Each
 * change is tried through `assess` itself, so that it suggests nothing that the rules do not give.
 */
export function whatWouldHelp(
  rules: Rules,
  facts: Facts,
  refusals: readonly AssessmentRefusal[],
): Help | undefined {
  let best: Help | undefined;
  for (const refusal of refusals) {
    if (!worthTrying(refusal, refusals)) continue;
    for (const change of changes[refusal.code]?.(refusal, rules, facts) ?? []) {
      const result = assess(rules, { ...facts, ...change.facts });
      if (!result.eligible || (best && result.amountFen <= best.amountFen)) continue;
      const { code, values } = change;
      best = { code, values, amountFen: result.amountFen };
    }
  }
  return best;
}
