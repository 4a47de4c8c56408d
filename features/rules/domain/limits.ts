import type { Bilingual } from '@/lib/bilingual';
import { yearOf } from '@/lib/dates';
import { fen, maxFen, minFen, zeroFen, type Fen } from '@/lib/money';
import { applyRate, percent, rational } from '@/lib/rational';
import type { Facts } from './facts';
import type { CapRule, Rules, SubPool } from './rules';
import { refuse, ruleFen, type Sheet, type StepReason } from './sheet';
import { fits, unmet } from './when';

/** Reduces the amount to the room that is left, and records a step if that changes it. */
function limit(sheet: Sheet, amount: Fen, room: bigint, step: StepReason): Fen {
  const after = minFen(amount, maxFen(fen(room), zeroFen));
  if (sheet.room === undefined || room < sheet.room) sheet.room = room;
  if (after !== amount) sheet.steps.push({ ...step, beforeFen: amount, afterFen: after });
  return after;
}

/** Keeps all public support for the contract together within its allowed share of the contract. */
export function fitSupport(rules: Rules, facts: Facts, amount: Fen, sheet: Sheet): Fen {
  const { stacking } = rules;
  const other = facts.otherSupportFen;
  if (!stacking?.otherSupportAllowed || !facts.otherSupport || other === undefined) return amount;
  const { clause, totalPercent, deduct } = stacking;
  let left = amount;
  if (deduct === 'award') {
    if (other >= left) refuse(sheet, 'support_used_up', clause, { other, percent: '' });
    left = limit(sheet, left, left - other, { code: 'support_award', clause, values: { other } });
  }
  if (totalPercent === undefined) return left;
  const most = applyRate(facts.contractFen, percent(totalPercent), {
    unitFen: 1n,
    mode: 'truncate',
  });
  const values = { percent: totalPercent, most, other };
  if (other >= most) refuse(sheet, 'support_used_up', clause, values);
  return limit(sheet, left, most - other, { code: 'stacking', clause, values });
}

/** Returns the amount that already counts against a cap, in fen. */
function usedBy({ per, counts = 'claimed' }: CapRule, facts: Facts): Fen {
  if (per === 'contract') return zeroFen;
  const used = facts.used ?? {};
  const claimed = per === 'year' ? facts.usedFen : (used[`${per}Claimed`] ?? zeroFen);
  const redeemed = used[`${per}Redeemed`] ?? zeroFen;
  if (counts === 'both') return maxFen(claimed, redeemed);
  return counts === 'claimed' ? claimed : redeemed;
}

/** Returns the sum of the fixed awards that were received before and count against the cap, in fen. */
function awardsTaken(rules: Rules, facts: Facts): Fen {
  const taken = (rules.fixedAwards ?? []).filter(
    ({ id, insideCap }) => insideCap && facts.fixedAwards?.[id] === 'taken',
  );
  return fen(taken.reduce((sum, { yuan }) => sum + ruleFen(yuan), 0n));
}

function fitCap(rule: CapRule, facts: Facts, amount: Fen, taken: Fen, sheet: Sheet): Fen {
  const { clause, per, counts = 'claimed', periodMonths = 0 } = rule;
  const decided = rule.raisedByDecision ? facts.decidedCapFen : undefined;
  const cap = decided === undefined ? ruleFen(rule.yuan) : maxFen(ruleFen(rule.yuan), decided);
  const used = fen(usedBy(rule, facts) + taken);
  const code = per === 'contract' ? 'cap_contract' : per === 'year' ? 'cap_year' : 'cap';
  const values = {
    cap,
    used,
    per,
    counts,
    periodMonths,
    year: yearOf(facts.on),
    decided: decided !== undefined && decided === cap ? 1 : 0,
  };
  if (used >= cap) refuse(sheet, 'cap_used_up', clause, values);
  return limit(sheet, amount, cap - used, { code, clause, values });
}

/**
 * Returns whether a cap applies to this situation. If that depends on facts that are not known, a guess could give too much:
 * it refuses instead, once for each fact.
 */
function capHolds(rules: Rules, rule: CapRule, facts: Facts, base: Fen, sheet: Sheet): boolean {
  const open = unmet(rules, rule, facts, base);
  if (!open.every(({ code }) => code === 'fact_missing')) return false;
  for (const refusal of open) {
    const isReported = sheet.refusals.some(
      ({ code, values }) => code === refusal.code && values.fact === refusal.values.fact,
    );
    if (!isReported) sheet.refusals.push(refusal);
  }
  return open.length === 0;
}

/** Reduces the amount to every cap that applies to this situation. If several apply, all of them limit it. */
export function fitCaps(rules: Rules, facts: Facts, amount: Fen, base: Fen, sheet: Sheet): Fen {
  const { capPerContract, capPerYear } = rules;
  const caps: CapRule[] = [
    ...(capPerContract ? [{ ...capPerContract, per: 'contract' } as const] : []),
    ...(capPerYear ? [{ ...capPerYear, per: 'year' } as const] : []),
    ...(rules.caps ?? []).filter((rule) => capHolds(rules, rule, facts, base, sheet)),
  ];
  const taken = awardsTaken(rules, facts);
  return caps.reduce((left, rule) => fitCap(rule, facts, left, taken, sheet), amount);
}

/** Returns the part of the pool that this situation draws on. */
export const subPoolOf = (rules: Rules, facts: Facts, base: Fen): SubPool | undefined =>
  rules.pool.subPools?.find((part) => fits(part, facts, base));

/**
 * Compares the amount with what is left in the pool, and follows the rules if that is too little. A pool that is shared out
 * (`pro_rata`) limits nobody until what all are entitled to is known (`demandFen`); `shareOut` then divides it.
 */
export function fitPool(
  rules: Rules,
  facts: Facts,
  amount: Fen,
  sheet: Sheet,
  part: SubPool | undefined,
): { amountFen: Fen; queued: boolean } {
  const { clause, exhaustion } = rules.pool;
  const own = part && facts.subPoolFen?.[part.id];
  const left = maxFen(own === undefined ? facts.poolFen : minFen(own, facts.poolFen), zeroFen);
  if (exhaustion === 'pro_rata' && facts.demandFen === undefined && left > 0n && amount > 0n) {
    // Nobody knows the rate before the round has closed: the amount is what the case is entitled to.
    const step = { code: 'pool_share_later', clause, values: {} } as const;
    sheet.steps.push({ ...step, beforeFen: amount, afterFen: amount });
    return { amountFen: amount, queued: false };
  }
  const demand = maxFen(facts.demandFen ?? amount, amount);
  const short = amount > left || left === 0n || (exhaustion === 'pro_rata' && demand > left);
  if (!short || (amount === 0n && left > 0n)) return { amountFen: amount, queued: false };
  const values = { left, amount, demand };
  if (exhaustion === 'queue') {
    const step = { code: 'pool_queue', clause, values } as const;
    sheet.steps.push({ ...step, beforeFen: amount, afterFen: amount });
    return { amountFen: amount, queued: true };
  }
  if (exhaustion === 'reject' || left === 0n) {
    refuse(sheet, 'pool_exhausted', clause, values);
    return { amountFen: amount, queued: false };
  }
  if (exhaustion === 'partial') {
    const fitted = limit(sheet, amount, left, { code: 'pool', clause, values });
    return { amountFen: fitted, queued: false };
  }
  const share = applyRate(amount, rational(left, demand), { unitFen: 1n, mode: 'truncate' });
  const shared = limit(sheet, amount, share, { code: 'pool_share', clause, values });
  return { amountFen: shared, queued: false };
}

/** The name of a funder, and its share in fen. */
export type FundingShare = Bilingual & { readonly fen: Fen };

/** Divides an award among its funders; the shares add up to it to the fen. */
export function splitFunding(rules: Rules, amount: Fen): FundingShare[] | undefined {
  const { funding } = rules;
  if (!funding) return undefined;
  const whole = BigInt(funding.shares.reduce((sum, { parts }) => sum + parts, 0));
  const shares = funding.shares.map(({ parts }) => (amount * BigInt(parts)) / whole);
  const odd = amount - shares.reduce((sum, share) => sum + share, 0n);
  return funding.shares.map(({ funder }, at) => ({
    ...funder,
    fen: fen((shares[at] ?? 0n) + (at === funding.oddFenTo ? odd : 0n)),
  }));
}
