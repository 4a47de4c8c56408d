import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { anyRules, money, situationFor } from '@/db/testing/situations';
import { fen, maxFen, minFen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { applyRate, percent } from '@/lib/rational';
import { refusalText, remedyText, stepDetail, stepText } from '../reason-texts';
import { rulesSchema } from '../schema';
import { assess } from './assess';
import type { Facts } from './facts';
import type { Rules } from './rules';
import { ruleFen, stepCodes } from './sheet';
import { fromMoney, toMoney } from './unit-price';
import { fits } from './when';

const runs = { numRuns: 3_000 };
type Case = readonly [rules: Rules, facts: Facts];

const shipped = fc.constantFrom(...shippedProgrammes.map(({ rules }) => rules));
const emptied = fc
  .tuple(shipped, fc.constantFrom('reject', 'partial', 'queue', 'pro_rata'))
  .map(([rules, exhaustion]): Rules => ({ ...rules, pool: { ...rules.pool, exhaustion } }));
/** A shipped programme, the same with another rule for an exhausted pool, or random rules. */
const anyCase: fc.Arbitrary<Case> = fc
  .oneof(shipped, emptied, anyRules)
  .chain((rules) => situationFor(rules).map((facts) => [rules, facts] as const));

const amountOf = (rules: Rules, facts: Facts): Fen => {
  const result = assess(rules, facts);
  return result.eligible ? result.amountFen : zeroFen;
};

/** Returns an upper limit of the award in fen: the base at the highest rate, plus all fixed awards. */
function most(rules: Rules, facts: Facts): Fen {
  const { of } = rules.base;
  const bases = {
    contract: facts.contractFen,
    paid: facts.paidFen,
    settled: facts.settledFen,
    metered: facts.meteredFen,
    quota: facts.requestedFen,
  };
  const up = { unitFen: BigInt(rules.rounding.unitFen), mode: 'up' } as const;
  const prorated = rules.base.proration?.rounding;
  const base = applyRate(bases[of] ?? zeroFen, percent('100'), {
    unitFen: BigInt(prorated?.unitFen ?? 1),
    mode: 'up',
  });
  const rated = rules.rates.map((rate) => applyRate(base, percent(rate.percent), up));
  const awards = (rules.fixedAwards ?? []).map(({ yuan }) => ruleFen(yuan));
  return applyRate(
    sumFen([rated.reduce((best, one) => maxFen(best, one), zeroFen), ...awards]),
    percent('100'),
    up,
  );
}

describe('for any rules and any situation', () => {
  test('an award is positive and at most what the rates and fixed awards give', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        if (!result.eligible) {
          expect(result.refusals.length).toBeGreaterThan(0);
          return;
        }
        expect(result.amountFen > 0n).toBe(true);
        expect(result.amountFen <= most(rules, facts)).toBe(true);
      }),
      runs,
    );
  });

  test('an award of another unit becomes money and comes back exactly', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        if (!result.eligible) return;
        const value = toMoney(rules, result.amountFen);
        expect(fromMoney(rules, value, 'down')).toBe(result.amountFen);
        expect(fromMoney(rules, value, 'up')).toBe(result.amountFen);
      }),
      runs,
    );
  });

  test('an award is within every cap that applies, less what was received before', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        if (!result.eligible) return;
        const { amountFen } = result;
        const decided = facts.decidedCapFen ?? zeroFen;
        if (rules.capPerContract)
          expect(amountFen <= ruleFen(rules.capPerContract.yuan)).toBe(true);
        if (rules.capPerYear) {
          expect(amountFen + facts.usedFen <= ruleFen(rules.capPerYear.yuan)).toBe(true);
        }
        const counted = result.steps.find(({ code }) => code === 'rate')?.beforeFen ?? zeroFen;
        for (const cap of (rules.caps ?? []).filter((one) => fits(one, facts, counted))) {
          const yuan = ruleFen(cap.yuan);
          const least = cap.raisedByDecision ? maxFen(yuan, decided) : yuan;
          const before =
            cap.per === 'year' && cap.counts !== 'redeemed'
              ? facts.usedFen
              : cap.per === 'life' && cap.counts !== 'redeemed'
                ? (facts.used?.lifeClaimed ?? zeroFen)
                : zeroFen;
          expect(amountFen + before <= least).toBe(true);
        }
      }),
      runs,
    );
  });

  test('an award is within the pool and the part of it that it draws on, unless it waits for money or for its share', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        if (!result.eligible) return;
        const part = result.subPool ? facts.subPoolFen?.[result.subPool] : undefined;
        const left = part === undefined ? facts.poolFen : minFen(part, facts.poolFen);
        if (result.queued) expect(rules.pool.exhaustion).toBe('queue');
        else if (result.steps.some(({ code }) => code === 'pool_share_later')) {
          expect([rules.pool.exhaustion, facts.demandFen]).toEqual(['pro_rata', undefined]);
        } else expect(result.amountFen <= left).toBe(true);
      }),
      runs,
    );
  });

  test('all support together stays within its share of the contract', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const { stacking } = rules;
        if (!stacking?.otherSupportAllowed || !stacking.totalPercent || !facts.otherSupport) return;
        const result = assess(rules, facts);
        if (!result.eligible) return;
        const limit = applyRate(facts.contractFen, percent(stacking.totalPercent), {
          unitFen: 1n,
          mode: 'truncate',
        });
        expect(result.amountFen + (facts.otherSupportFen ?? 0n) <= limit).toBe(true);
      }),
      runs,
    );
  });

  test('the steps lead from the base to the amount without a gap', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        result.steps.forEach((step, at) => {
          expect(step.afterFen >= 0n).toBe(true);
          if (at > 0) expect(step.beforeFen).toBe(result.steps[at - 1]?.afterFen);
          const mayRise = ['fixed_award', 'rounding', 'rate', 'proration'].includes(step.code);
          if (!mayRise) expect(step.afterFen <= step.beforeFen).toBe(true);
        });
        if (result.eligible) expect(result.steps.at(-1)?.afterFen).toBe(result.amountFen);
      }),
      runs,
    );
  });

  test('the shares of the funders add up to the award, to the fen', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        if (!result.eligible || !rules.funding) return;
        const shares = (result.funding ?? []).map((share) => share.fen);
        expect(shares).toHaveLength(rules.funding.shares.length);
        expect(sumFen(shares)).toBe(result.amountFen);
        expect(shares.every((share) => share >= 0n)).toBe(true);
      }),
      runs,
    );
  });

  test('between thresholds, more money never gives less', () => {
    fc.assert(
      fc.property(anyCase, money(5_000_000_000n), ([rules, facts], more) => {
        const add = (amount: Fen | undefined) =>
          amount === undefined ? undefined : fen(amount + more);
        const richer: Facts = {
          ...facts,
          contractFen: fen(facts.contractFen + more),
          paidFen: add(facts.paidFen),
          settledFen: add(facts.settledFen),
          meteredFen: add(facts.meteredFen),
          requestedFen: add(facts.requestedFen),
        };
        const before = assess(rules, facts);
        const after = assess(rules, richer);
        // If the amount crosses the least base, a tier or the end of the pool, there is no award to compare.
        if (!before.eligible || !after.eligible) return;
        const tiered = rules.rates.some(({ baseBelowYuan }) => baseBelowYuan !== undefined);
        if (!tiered) expect(after.amountFen >= before.amountFen).toBe(true);
      }),
      runs,
    );
  });

  test('more received before never gives more, and a fuller pool never gives less', () => {
    fc.assert(
      fc.property(anyCase, money(1_000_000_000n), ([rules, facts], more) => {
        // In a pool that is nearly empty, a smaller claim can fit where a larger one does not, so the pool is made large.
        const rich = { ...facts, poolFen: ruleFen('10000000000'), subPoolFen: {} };
        const had = { ...rich, usedFen: fen(facts.usedFen + more) };
        expect(amountOf(rules, had) <= amountOf(rules, rich)).toBe(true);
        const { threshold: _threshold, minimumAward: _minimum, ...plain } = rules;
        const fuller = { ...facts, poolFen: fen(facts.poolFen + more) };
        expect(amountOf(plain, fuller) >= amountOf(plain, facts)).toBe(true);
      }),
      runs,
    );
  });

  test('the same facts and version give the same result, also after storage', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const stored = JSON.parse(JSON.stringify(rules)) as unknown;
        expect(assess(stored as Rules, { ...facts })).toEqual(assess(rules, facts));
      }),
      runs,
    );
  });

  test('every reason and every step has a text in both languages', () => {
    fc.assert(
      fc.property(anyCase, ([rules, facts]) => {
        const result = assess(rules, facts);
        for (const locale of ['zh-CN', 'en'] as const) {
          const texts = [
            ...result.steps.map((step) => stepText(locale, step)),
            ...result.steps.flatMap((step) => stepDetail(locale, step) ?? []),
            ...(result.eligible ? [] : result.refusals).flatMap((refusal) => [
              refusalText(locale, refusal),
              remedyText(locale, refusal),
            ]),
          ];
          for (const text of texts) expect(text).toMatch(/^(?!.*(undefined|NaN|null)).{2,}$/);
        }
      }),
      runs,
    );
  });
});

test('the random situations contain many awards and every kind of step', () => {
  const cases = fc.sample(anyCase, { numRuns: 3_000, seed: 1 });
  const results = cases.map(([rules, facts]) => assess(rules, facts));
  const eligible = results.filter((result) => result.eligible).length;
  expect(eligible).toBeGreaterThan(results.length / 4);
  const seen = new Set(results.flatMap(({ steps }) => steps.map(({ code }) => code)));
  const rare = stepCodes.filter((code) => code !== 'excluded' && code !== 'tax');
  expect(rare.filter((code) => !seen.has(code))).toEqual([]);
});

test('random rules are accepted by the schema', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const plain = JSON.parse(JSON.stringify(rules)) as unknown;
      expect(rulesSchema.safeParse(plain).error).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
