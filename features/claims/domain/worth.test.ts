import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRules, situationFor } from '@/db/testing/situations';
import { langfang2023 } from '@/demo/programmes/langfang-2023';
import { shenzhenTraining2026 } from '@/demo/programmes/shenzhen-training-2026';
import type { Facts } from '@/features/rules/domain/facts';
import type { Rules } from '@/features/rules/domain/rules';
import { fen, zeroFen, type Fen } from '@/lib/money';
import { costsOf, worthOfClaim, type Earlier } from './worth';

const yuan = (amount: number): Fen => fen(BigInt(Math.round(amount * 100)));
const none: Earlier = { costsFen: zeroFen, amountFen: zeroFen };

const facts: Facts = {
  on: '2026-11-23',
  applicantType: 'enterprise',
  registeredOn: '2020-01-01',
  contractFen: yuan(2_000_000),
  signedOn: '2026-06-01',
  startsOn: '2026-06-01',
  endsOn: '2027-05-31',
  affiliated: false,
  otherSupport: false,
  vendorListed: true,
  chipOrigin: 'domestic',
  purpose: 'training',
  usedFen: zeroFen,
  poolFen: zeroFen,
};

const claim = (rules: Rules, awardFen: Fen, costsFen: Fen, earlier = none, of = facts) =>
  worthOfClaim({ rules, facts: of, awardFen, costsFen, earlier });

describe('the costs of a claim', () => {
  it('count as far as the programme supports them and as far as they were paid', () => {
    const cost = (invoice: number, counted: number, paid: number) => ({
      invoiceFen: yuan(invoice),
      countedFen: yuan(counted),
      paidFen: yuan(paid),
    });
    expect(costsOf([cost(1000, 800, 1000), cost(500, 500, 300)])).toBe(yuan(1100));
    expect(costsOf([])).toBe(zeroFen);
  });
});

describe('what a claim is paid', () => {
  const { rules } = shenzhenTraining2026;

  it('is worked out from what was really paid, not from the contract', () => {
    expect(claim(rules, yuan(1_000_000), yuan(1_500_000)).amountFen).toBe(yuan(750_000));
  });

  it('is never more than the award', () => {
    const worth = claim(rules, yuan(1_000_000), yuan(2_400_000));
    expect(worth).toMatchObject({
      amountFen: yuan(1_000_000),
      entitledFen: yuan(1_200_000),
      limitedByAward: true,
    });
  });

  it('is nothing until all costs together reach the threshold, and then what they are worth together', () => {
    const first = claim(rules, yuan(1_000_000), yuan(400_000));
    expect(first.amountFen).toBe(zeroFen);
    expect(first.refusals.map(({ code }) => code)).toEqual(['below_threshold']);
    const both = claim(rules, yuan(1_000_000), yuan(500_000));
    expect(both.amountFen).toBe(yuan(250_000));
  });

  it('is less by what earlier claims were approved for', () => {
    const earlier = { costsFen: yuan(900_000), amountFen: yuan(450_000) };
    expect(claim(rules, yuan(1_000_000), yuan(800_000), earlier).amountFen).toBe(yuan(400_000));
    expect(claim(rules, yuan(1_000_000), yuan(1_500_000), earlier).amountFen).toBe(yuan(550_000));
  });

  it('contains a fixed award once, however many claims there are', () => {
    const settling = { ...facts, fixedAwards: { settling: 'claimed' as const } };
    const first = claim(langfang2023.rules, yuan(950_000), yuan(300_000), none, settling);
    expect(first.amountFen).toBe(yuan(650_000));
    const earlier = { costsFen: yuan(300_000), amountFen: yuan(650_000) };
    const second = claim(langfang2023.rules, yuan(950_000), yuan(600_000), earlier, settling);
    expect(second.amountFen).toBe(yuan(300_000));
  });

  it('asks nothing of the pool, of other awards or of conditions that were decided with the award', () => {
    const changed = {
      ...facts,
      vendorListed: false,
      usedFen: yuan(10_000_000),
      poolFen: zeroFen,
      contractClaimed: true,
    };
    expect(claim(rules, yuan(1_000_000), yuan(1_500_000), none, changed).amountFen).toBe(
      yuan(750_000),
    );
  });

  it('stays within the award and adds up to the same, however the costs are divided, for any rules', () => {
    const costs = fc.bigInt({ min: 1n, max: 5_000_000_000n }).map(fen);
    fc.assert(
      fc.property(
        anyRules.chain((some) => fc.tuple(fc.constant(some), situationFor(some))),
        costs,
        costs,
        costs,
        ([anyRule, situation], first, second, award) => {
          const one = claim(anyRule, award, fen(first + second), none, situation);
          expect(one.amountFen).toBeLessThanOrEqual(award);
          const before = claim(anyRule, award, first, none, situation);
          const earlier = { costsFen: first, amountFen: before.amountFen };
          const after = claim(anyRule, award, second, earlier, situation);
          const sum = fen(before.amountFen + after.amountFen);
          expect(sum).toBeLessThanOrEqual(award);
          expect(sum).toBeGreaterThanOrEqual(one.amountFen);
          if (before.amountFen <= one.amountFen) expect(sum).toBe(one.amountFen);
        },
      ),
      { numRuns: 300 },
    );
  });
});
