import { worthOf } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import type { Rules } from '@/features/rules/domain/rules';
import type { AssessmentRefusal, AssessmentStep } from '@/features/rules/domain/sheet';
import { fen, largestFen, maxFen, minFen, sumFen, zeroFen, type Fen } from '@/lib/money';

/** One invoice of a claim, in fen: what it comes to, the part of it that counts, and what was paid on it. */
export type Cost = { readonly invoiceFen: Fen; readonly countedFen: Fen; readonly paidFen: Fen };

/** Returns the costs that count, in fen: of each invoice the part that counts, and no more than was paid. */
export const costsOf = (costs: readonly Cost[]): Fen =>
  sumFen(costs.map(({ countedFen, paidFen }) => minFen(countedFen, paidFen)));

/** What the earlier claims on the same award were accepted for, or still ask for. In fen. */
export type Earlier = { readonly costsFen: Fen; readonly amountFen: Fen };

export type ClaimWorth = {
  /** What this claim is paid, in fen; zero where the rules give nothing (yet). */
  amountFen: Fen;
  /** The costs of this claim and of the earlier ones together. */
  allCostsFen: Fen;
  /** What the rules give for all these costs, before the award limits it. */
  entitledFen: Fen;
  /** The award is the limit, not the costs. */
  limitedByAward: boolean;
  steps: AssessmentStep[];
  /** Why the rules give nothing for these costs. */
  refusals: AssessmentRefusal[];
};

/** Returns the facts of the award with the claimed costs in place of the amount that was applied for. */
function factsWith(rules: Rules, facts: Facts, costs: Fen): Facts {
  const named = {
    contract: 'contractFen',
    paid: 'paidFen',
    settled: 'settledFen',
    metered: 'meteredFen',
    quota: 'requestedFen',
  } as const;
  return {
    ...facts,
    [named[rules.base.of]]: costs,
    // The counted part of each invoice leaves these out already.
    excludedFen: zeroFen,
    taxFen: zeroFen,
    // The award respects what was given before, and has its money: neither may reduce the claim a second time.
    usedFen: zeroFen,
    used: undefined,
    poolFen: largestFen,
    subPoolFen: undefined,
    demandFen: undefined,
  };
}

/**
 * Works out what a claim is paid: the rules of the award's own version are applied to all costs that were claimed so far, this
 * claim's included; the result is at most the award; what earlier claims got is subtracted. Thresholds and rates therefore
 * hold for the costs as a whole, and splitting an invoice into two claims changes nothing.
 * @param claim.costsFen the costs of this claim that count, as claimed or as the city accepted them
 */
export function worthOfClaim(claim: {
  rules: Rules;
  facts: Facts;
  awardFen: Fen;
  costsFen: Fen;
  earlier: Earlier;
}): ClaimWorth {
  const { rules, facts, awardFen, costsFen, earlier } = claim;
  const allCostsFen = fen(costsFen + earlier.costsFen);
  const worth = worthOf(rules, factsWith(rules, facts, allCostsFen));
  const within = minFen(worth.amountFen, awardFen);
  return {
    amountFen: maxFen(fen(within - earlier.amountFen), zeroFen),
    allCostsFen,
    entitledFen: worth.amountFen,
    limitedByAward: worth.amountFen > awardFen,
    steps: worth.steps,
    refusals: worth.refusals,
  };
}
