import { compareRational, percent } from '@/lib/rational';
import { fen, formatYuanPlain, sumFen, type Fen } from '@/lib/money';
import type { Contradiction, Report } from './contradiction';
import { rateCoverage } from '@/features/rules/domain/coverage';
import type { Draft } from './draft';
import { datesAndTerms, plannedRounds } from './contradictions-of-time';
import { declarations, situations } from './contradictions-of-situations';
import type { EvidenceCode, Loose, Rules } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';
import { countsUnits, isExact } from '@/features/rules/domain/unit-price';

const amountOf = (yuan: string | undefined): Fen | undefined =>
  yuan === undefined ? undefined : ruleFen(yuan);
const share = (amount: Fen, rate: string): Fen => {
  const { numerator, denominator } = percent(rate);
  return fen((amount * numerator) / denominator);
};

/** Returns the caps that apply in every situation, the lowest first. */
function plainCaps(rules: Loose<Rules>): Fen[] {
  const conditional = (cap: object) =>
    Object.keys(cap).some(
      (key) =>
        !['clause', 'yuan', 'per', 'counts', 'periodMonths', 'raisedByDecision'].includes(key),
    );
  const all = [
    amountOf(rules.capPerContract?.yuan),
    amountOf(rules.capPerYear?.yuan),
    ...(rules.caps ?? [])
      .filter((cap) => !conditional(cap) && !cap.raisedByDecision)
      .map((cap) => amountOf(cap.yuan)),
  ];
  return all.filter((one) => one !== undefined).sort((a, b) => (a < b ? -1 : 1));
}

function limits(rules: Loose<Rules>, report: Report): void {
  const [lowest] = plainCaps(rules);
  const minimum = amountOf(rules.minimumAward?.yuan);
  const contractCap = amountOf(rules.capPerContract?.yuan);
  const yearCap = amountOf(rules.capPerYear?.yuan);
  if (minimum !== undefined && lowest !== undefined && minimum > lowest) {
    report({ code: 'minimum_above_cap', field: 'rules.minimumAward.yuan' });
  }
  if (contractCap !== undefined && yearCap !== undefined && contractCap > yearCap) {
    report({ code: 'cap_order', field: 'rules.capPerContract.yuan' });
  }
  const auto = amountOf(rules.service?.autoApproveYuan);
  if (auto !== undefined && lowest !== undefined && auto > lowest) {
    report({ code: 'auto_above_cap', field: 'rules.service.autoApproveYuan' });
  }
  for (const [at, award] of (rules.fixedAwards ?? []).entries()) {
    const amount = amountOf(award.yuan);
    if (award.insideCap && amount !== undefined && lowest !== undefined && amount > lowest) {
      report({ code: 'award_above_cap', field: `rules.fixedAwards.${at}.yuan` });
    }
  }
}

/** Reports a threshold at which no award reaches the minimum, or from which every award is capped. */
function thresholds(rules: Loose<Rules>, report: Report): void {
  const least = amountOf(rules.threshold?.yuan);
  const rates = (rules.rates ?? []).flatMap((rate) => rate.percent ?? []);
  if (least === undefined || rates.length === 0 || rates.length !== rules.rates?.length) return;
  const ordered = [...rates].sort((a, b) => compareRational(percent(a), percent(b)));
  const [low = '0'] = ordered;
  const high = ordered.at(-1) ?? '0';
  const minimum = amountOf(rules.minimumAward?.yuan);
  const [cap] = plainCaps(rules);
  const field = 'rules.threshold.yuan';
  if (minimum !== undefined && share(least, high) < minimum) {
    report({ code: 'threshold_gives_nothing', field, values: { percent: high } });
  }
  if (cap !== undefined && share(least, low) > cap) {
    report({ code: 'threshold_at_cap', field, values: { percent: low } });
  }
}

function rates(rules: Loose<Rules>, report: Report): void {
  for (const [at, rate] of (rules.rates ?? []).entries()) {
    if (rate.percent !== undefined && percent(rate.percent).numerator === 0n) {
      report({ code: 'rate_zero', field: `rules.rates.${at}.percent`, stopsSaving: true });
    }
  }
  const { holes, unreachable } = rateCoverage(rules);
  for (const situation of holes) {
    report({ code: 'rate_hole', field: 'rules.rates.0.percent', situation });
  }
  for (const at of unreachable) {
    report({ code: 'rate_unreachable', field: `rules.rates.${at}.percent` });
  }
}

function money({ rules, budgetYuan }: Draft, budget: Fen | undefined, report: Report): void {
  const { pool, funding } = rules;
  if (pool?.exhaustion === undefined) {
    report({ code: 'exhaustion_missing', field: 'rules.pool.exhaustion' });
  }
  if (pool?.queueOrder !== undefined && pool.exhaustion !== 'queue') {
    report({ code: 'line_without_queue', field: 'rules.pool.queueOrder' });
  } else if (pool?.queueOrder === 'upper_tier_first' && !rules.stacking?.otherSupportAllowed) {
    report({ code: 'line_without_support', field: 'rules.pool.queueOrder' });
  }
  const whole = budget ?? amountOf(budgetYuan);
  const parts = pool?.subPools ?? [];
  const sum = sumFen(parts.flatMap(({ yuan }) => amountOf(yuan) ?? []));
  const last = parts.length - 1;
  if (whole !== undefined && sum > whole) {
    report({ code: 'sub_pools_above_budget', field: `rules.pool.subPools.${last}.yuan` });
  } else if (whole !== undefined && parts.length > 0 && sum === whole) {
    const everybody = parts.some((part) =>
      Object.keys(part).every((key) => ['clause', 'id', 'title', 'yuan'].includes(key)),
    );
    // Sub-pools for every direction cover all applicants too.
    const directions = rules.directions ?? [];
    const covered =
      directions.length > 0 &&
      directions.every(({ id }) => parts.some(({ direction }) => direction === id));
    if (!everybody && !covered) {
      report({ code: 'sub_pools_no_rest', field: `rules.pool.subPools.${last}.yuan` });
    }
  }
  if (!funding) return;
  const shares = funding.shares ?? [];
  if (shares.length < 2) report({ code: 'funding_one', field: 'rules.funding.shares.#' });
  if (funding.oddFenTo !== undefined && funding.oddFenTo >= shares.length) {
    report({ code: 'funding_odd', field: 'rules.funding.oddFenTo', stopsSaving: true });
  }
}

/** Documents that show what was spent. */
const proofs: readonly EvidenceCode[] = ['invoice', 'payment', 'usage'];

/** Reports where start-ups pay first and are paid back without any proof, or claim amounts that are no money. */
function paidBack({ mode, evidence, unit }: Loose<Rules>, report: Report): void {
  if (mode !== 'deferred' || !evidence) return;
  const { application = [], redemption = [] } = evidence;
  const field = 'rules.evidence.redemption';
  if (redemption.length === 0 && application.length > 0) {
    if (!application.some((code) => proofs.includes(code))) report({ code: 'unproved', field });
  } else if (redemption.length > 0 && unit !== undefined && unit !== 'yuan') {
    report({ code: 'claims_no_money', field: 'rules.unit' });
  }
}

/** Reports a unit without a price, a price without a unit, and a price at which awards are not whole fen. */
function unitPrices({ unit, unitPrice, rounding }: Loose<Rules>, report: Report): void {
  const priceFen = amountOf(unitPrice?.yuan);
  const field = 'rules.unitPrice.yuan';
  if (!countsUnits({ unit })) {
    if (unitPrice) report({ code: 'unit_price_no_unit', field });
    return;
  }
  if (!unitPrice) report({ code: 'unit_price_missing', field: 'rules.unit' });
  if (priceFen === 0n) report({ code: 'unit_price_zero', field, stopsSaving: true });
  const step = rounding?.unitFen;
  if (!priceFen || step === undefined) return;
  if (!isExact(step, { priceFen })) {
    report({
      code: 'unit_price_inexact',
      field,
      values: { step: formatYuanPlain(fen(BigInt(step))) },
    });
  }
}

function single({ rules }: Draft, report: Report): void {
  const { voucher, intake, caps = [], vendors, costs } = rules;
  paidBack(rules, report);
  unitPrices(rules, report);
  if (voucher?.percentOfOrder !== undefined && percent(voucher.percentOfOrder).numerator === 0n) {
    report({ code: 'order_share_zero', field: 'rules.voucher.percentOfOrder', stopsSaving: true });
  }
  if (intake?.kind === 'quota' && intake.places === undefined) {
    report({ code: 'places_missing', field: 'rules.intake.places' });
  }
  for (const [at, cap] of caps.entries()) {
    if (cap.per === 'period' && cap.periodMonths === undefined) {
      report({ code: 'period_missing', field: `rules.caps.${at}.periodMonths` });
    }
  }
  if (vendors?.scope === 'any' && vendors.listedWhenSigned) {
    report({ code: 'listed_any', field: 'rules.vendors.listedWhenSigned' });
  }
  if (costs?.items?.some((item) => costs.excluded?.includes(item))) {
    report({ code: 'cost_twice', field: 'rules.costs.excluded' });
  }
}

/** Reports an example that expects both an amount and refusals, or neither. */
function expectations({ examples }: Draft, report: Report): void {
  for (const [at, example] of examples.entries()) {
    const { expected = {} } = (example ?? {}) as { expected?: object };
    if ('amount' in expected === 'refusals' in expected) {
      report({ code: 'expected_one', field: `examples.${at}.expected.amount` });
    }
  }
}

/**
 * Returns the contradictions of a draft, each with the field to change; the draft may be incomplete. Missing parts are
 * reported elsewhere (`readiness.ts`).
 * @param budget of a programme that has one already, in fen
 */
export function contradictions(draft: Draft, budget?: Fen): Contradiction[] {
  const found: Contradiction[] = [];
  const report: Report = (contradiction) => found.push(contradiction);
  limits(draft.rules, report);
  thresholds(draft.rules, report);
  rates(draft.rules, report);
  money(draft, budget, report);
  single(draft, report);
  declarations(draft.rules, report);
  situations(draft.rules, report);
  datesAndTerms(draft.rules, report);
  plannedRounds(draft, report);
  expectations(draft, report);
  return found;
}
