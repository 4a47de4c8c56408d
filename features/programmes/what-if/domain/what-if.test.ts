import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { fen } from '@/lib/money';
import { isAmount } from '@/features/rules/domain/answer-reading';
import { factNames } from '@/features/rules/domain/declared/questions';
import type { Facts } from '@/features/rules/domain/facts';
import type { Rules } from '@/features/rules/domain/rules';
import { unheldFacts, whatIf, type PastCase } from './what-if';

const rules = shippedProgrammes.find(({ slug }) => slug.startsWith('qingyang'))?.rules;
if (!rules) throw new Error('Qingyang is not shipped.');
const raised: Rules = { ...rules, rates: [{ clause: '5', percent: '35' }] };

const facts: Facts = {
  on: '2026-03-01',
  applicantType: 'enterprise',
  registeredOn: '2020-01-01',
  contractFen: fen(100_000_000n),
  signedOn: '2026-02-01',
  startsOn: '2026-02-01',
  endsOn: '2026-12-31',
  affiliated: false,
  otherSupport: false,
  vendorListed: true,
  chipOrigin: 'domestic',
  purpose: 'training',
  usedFen: fen(0n),
  poolFen: fen(0n),
};
const caseOf = (id: string, change: Partial<Facts> = {}, organisationId = id): PastCase => ({
  id,
  reference: id,
  organisationId,
  applicant: id,
  facts: { ...facts, ...change },
});

describe('the result under other rules', () => {
  test('is counted and summed, whatever is left in the pool', () => {
    const { before, after, counts } = whatIf(rules, raised, [caseOf('a'), caseOf('b')]);
    // 1,000,000 × 30 % and × 35 %, twice.
    expect([before, after]).toEqual([
      { awards: 2, sumFen: 60_000_000n },
      { awards: 2, sumFen: 70_000_000n },
    ]);
    expect(counts).toEqual({ gained: 0, more: 2, less: 0, refused: 0, same: 0 });
  });

  test('shows who is newly refused and why, and who gains', () => {
    const minimum: Rules = {
      ...raised,
      minimumAward: { clause: '5', yuan: '6000', of: 'voucher' },
    };
    const cases = [
      // 16,667 × 30 % = 5,000.10, × 35 % = 5,833.45: above 5,000, below 6,000.
      caseOf('small', { contractFen: fen(1_666_700n) }),
      caseOf('never', { affiliated: true }),
    ];
    const { counts, reasons } = whatIf(rules, minimum, cases);
    expect(counts).toMatchObject({ refused: 1, same: 1 });
    expect(reasons.map(({ refusal, count }) => [refusal.code, count])).toEqual([
      ['below_minimum', 1],
    ]);
    expect(whatIf(minimum, rules, cases).counts.gained).toBe(1);
  });

  test('counts the earlier awards of the same applicant in the year', () => {
    const large = { contractFen: fen(500_000_000n) };
    const cases = [
      caseOf('first', large, 'one'),
      caseOf('second', large, 'one'),
      caseOf('next year', { ...large, on: '2027-01-02' }, 'one'),
    ];
    // The cap of the year is 2,000,000: 1,500,000, then 500,000; the next year begins at zero.
    expect(whatIf(rules, raised, cases).rows.map((row) => row.before.amountFen)).toEqual([
      150_000_000n,
      50_000_000n,
      150_000_000n,
    ]);
  });

  test('lists the facts that are missing from old answers', () => {
    const sized: Rules = { ...raised, requirements: [{ clause: '3', sizes: ['micro'] }] };
    const { unheld, counts } = whatIf(rules, sized, [caseOf('a'), caseOf('b', { size: 'micro' })]);
    expect(unheld).toContainEqual({ fact: 'size', count: 1 });
    expect(counts).toMatchObject({ refused: 1, more: 1 });
  });

  test.each(factNames.filter(isAmount))('finds %s in old answers that have it', (name) => {
    const held = { ...facts, otherSupport: true, [name.replace(/Amount$/, 'Fen')]: fen(1n) };
    expect(unheldFacts([name], held)).toEqual([]);
  });
});
