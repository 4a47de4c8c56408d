import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nanning2025 } from '@/db/seed/programmes/nanning-2025';
import { qingyang2024 } from '@/db/seed/programmes/qingyang-2024';
import { shenzhenTraining2026 } from '@/db/seed/programmes/shenzhen-training-2026';
import { addDays } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import { assess } from './assess';
import type { Facts } from './facts';
import { applicantTypes, chipOrigins, purposes, type Rules } from './rules';
import { ruleFen } from './sheet';

const runs = { numRuns: 2000 };
const programmes: [string, Rules][] = [qingyang2024, shenzhenTraining2026, nanning2025].flatMap(
  ({ slug, rules }) => [
    [slug, rules] as [string, Rules],
    [`${slug}, giving what is left`, { ...rules, pool: { clause: '2', exhaustion: 'partial' } }],
  ],
);

const money = (most: bigint): fc.Arbitrary<Fen> =>
  fc
    .oneof(
      fc.bigInt({ min: 0n, max: most }),
      fc.bigInt({ min: 0n, max: 2_000_000n }),
      fc.constantFrom(0n, 1n, 500_000n, 1_666_667n, 50_000_000n, 200_000_000n, 1_000_000_000n),
    )
    .map(fen);

const day = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2023-01-01', days));

const situation: fc.Arbitrary<Facts> = fc
  .record({
    on: fc.constantFrom('2026-11-23', '2026-01-01', '2028-02-29'),
    applicantType: fc.constantFrom(...applicantTypes),
    registeredOn: day,
    contractFen: money(10_000_000_000n),
    settledFen: money(10_000_000_000n),
    signedOn: day,
    startsOn: day,
    days: fc.integer({ min: 0, max: 1500 }),
    affiliated: fc.boolean(),
    otherSupport: fc.boolean(),
    otherSupportFen: money(1_000_000_000n),
    vendorListed: fc.boolean(),
    chipOrigin: fc.constantFrom(...chipOrigins),
    purpose: fc.constantFrom(...purposes),
    usedFen: money(2_000_000_000n),
    poolFen: money(50_000_000_000n),
  })
  .map(({ days, ...facts }) => ({ ...facts, endsOn: addDays(facts.startsOn, days) }));

/** The same situation with nothing against it but what money and days decide. */
const supported = situation.map((facts): Facts => ({
  ...facts,
  affiliated: false,
  otherSupport: false,
  vendorListed: true,
  purpose: 'training',
}));

const amountOf = (rules: Rules, facts: Facts): Fen => {
  const result = assess(rules, facts);
  return result.eligible ? result.amountFen : fen(0n);
};

describe.each(programmes)('%s', (_name, rules) => {
  test('an award is more than nothing and within base, caps, support and pool', () => {
    fc.assert(
      fc.property(fc.oneof(situation, supported), (facts) => {
        const result = assess(rules, facts);
        if (!result.eligible) {
          expect(result.refusals.length).toBeGreaterThan(0);
          return;
        }
        const { amountFen } = result;
        const base = rules.base.of === 'settled' ? facts.settledFen : facts.contractFen;
        expect(amountFen > 0n).toBe(true);
        expect(amountFen < (base ?? 0n)).toBe(true);
        expect(amountFen <= facts.poolFen).toBe(true);
        if (rules.capPerContract) {
          expect(amountFen <= ruleFen(rules.capPerContract.yuan)).toBe(true);
        }
        if (rules.capPerYear) {
          expect(amountFen + facts.usedFen <= ruleFen(rules.capPerYear.yuan)).toBe(true);
        }
        if (rules.minimumAward) {
          expect(amountFen >= ruleFen(rules.minimumAward.yuan)).toBe(true);
        }
        if (rules.stacking && facts.otherSupport) {
          expect((amountFen + (facts.otherSupportFen ?? 0n)) * 2n <= facts.contractFen).toBe(true);
        }
      }),
      runs,
    );
  });

  test('the steps lead from the base to the amount without a gap, and only down', () => {
    fc.assert(
      fc.property(supported, (facts) => {
        const result = assess(rules, facts);
        result.steps.forEach((step, at) => {
          expect(step.afterFen >= 0n && step.afterFen <= step.beforeFen).toBe(true);
          if (at > 0) expect(step.beforeFen).toBe(result.steps[at - 1]?.afterFen);
        });
        if (result.eligible) expect(result.steps.at(-1)?.afterFen).toBe(result.amountFen);
      }),
      runs,
    );
  });

  test('more money never gives less, as long as the pool has it', () => {
    fc.assert(
      fc.property(supported, money(5_000_000_000n), (facts, more) => {
        const rich = { ...facts, poolFen: ruleFen('10000000000') };
        const richer: Facts = {
          ...rich,
          contractFen: fen(rich.contractFen + more),
          settledFen: fen((rich.settledFen ?? 0n) + more),
        };
        expect(amountOf(rules, richer) >= amountOf(rules, rich)).toBe(true);
      }),
      runs,
    );
  });

  test('the same facts give the same answer', () => {
    fc.assert(
      fc.property(situation, (facts) => {
        expect(assess(rules, { ...facts })).toEqual(assess(rules, facts));
      }),
      runs,
    );
  });
});
