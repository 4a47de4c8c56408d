import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { locales } from '@/lib/locale';
import { textOf } from '@/lib/messages';
import { fen } from '@/lib/money';
import { contradictionTexts } from '../contradiction-messages';
import { contradictions } from './contradictions';
import { rateCoverage } from '@/features/rules/domain/coverage';
import type { Draft } from './draft';
import type { Loose, Rules } from '@/features/rules/domain/rules';

const qingyang = shippedProgrammes.find(({ slug }) => slug.startsWith('qingyang'));
if (!qingyang) throw new Error('Qingyang is not shipped.');
const { rules, guide, examples } = qingyang;
const draft: Draft = { rules, guide, examples, rounds: [], budgetYuan: '1000000' };

const faultsOf = (change: Loose<Rules>, rest: Partial<Draft> = {}) =>
  contradictions({ ...draft, ...rest, rules: { ...rules, ...change } }).map(
    ({ code, field }) => `${code} ${field}`,
  );

test.each(shippedProgrammes)('$slug has no contradictions', (programme) => {
  const own = { rules: programme.rules, guide: programme.guide, examples: programme.examples };
  expect(contradictions({ ...own, rounds: [], budgetYuan: programme.budgetYuan })).toEqual([]);
});

test('an empty draft has one contradiction: it does not say what happens when the pool is empty', () => {
  const empty: Draft = { rules: {}, guide: {}, rounds: [], examples: [] };
  expect(contradictions(empty).map(({ code }) => code)).toEqual(['exhaustion_missing']);
});

describe('limits', () => {
  const clause = '5';
  test.each<[string, Loose<Rules>, string]>([
    [
      'a minimum above a cap',
      { minimumAward: { clause, yuan: '3000000', of: 'voucher' } },
      'minimum_above_cap rules.minimumAward.yuan',
    ],
    [
      'a cap per contract above that of a year',
      { capPerContract: { clause, yuan: '2000001' } },
      'cap_order rules.capPerContract.yuan',
    ],
    [
      // 10,000 × 30 % = 3,000, below the least award of 5,000.
      'a threshold that gives nothing',
      { threshold: { clause, yuan: '10000', perYear: false } },
      'threshold_gives_nothing rules.threshold.yuan',
    ],
    [
      // 7,000,000 × 30 % = 2,100,000, above the cap of 2,000,000.
      'a threshold from which everything is capped',
      { threshold: { clause, yuan: '7000000', perYear: false } },
      'threshold_at_cap rules.threshold.yuan',
    ],
    [
      'approval without a second officer above the cap',
      { service: { ...rules.service, autoApproveYuan: '2000001' } },
      'auto_above_cap rules.service.autoApproveYuan',
    ],
    ['a rate of nothing', { rates: [{ clause, percent: '0' }] }, 'rate_zero rules.rates.0.percent'],
    [
      'a voucher that pays no part of an order',
      { voucher: { ...rules.voucher, percentOfOrder: '0' } },
      'order_share_zero rules.voucher.percentOfOrder',
    ],
    ['no word on an empty pool', { pool: { clause } }, 'exhaustion_missing rules.pool.exhaustion'],
    [
      'an order of a line that nobody waits in',
      { pool: { clause, exhaustion: 'reject', queueOrder: 'submitted' } },
      'line_without_queue rules.pool.queueOrder',
    ],
    [
      'a line led by support that nobody may have',
      { pool: { clause, exhaustion: 'queue', queueOrder: 'upper_tier_first' } },
      'line_without_support rules.pool.queueOrder',
    ],
    [
      'parts of the pool above the whole',
      {
        pool: {
          ...rules.pool,
          subPools: [{ clause, id: 'a', title: { en: 'A' }, yuan: '1000001', sizes: ['micro'] }],
        },
      },
      'sub_pools_above_budget rules.pool.subPools.0.yuan',
    ],
    [
      'parts of the pool that leave nothing for the rest',
      {
        pool: { ...rules.pool, subPools: [{ clause, id: 'a', yuan: '1000000', sizes: ['micro'] }] },
      },
      'sub_pools_no_rest rules.pool.subPools.0.yuan',
    ],
    [
      'one funder',
      { funding: { clause, shares: [{ parts: 1 }], oddFenTo: 0 } },
      'funding_one rules.funding.shares.#',
    ],
    [
      'odd fen to nobody',
      { funding: { clause, shares: [{ parts: 1 }, { parts: 1 }], oddFenTo: 2 } },
      'funding_odd rules.funding.oddFenTo',
    ],
  ])('%s', (_title, change, expected) => {
    expect(faultsOf(change)).toContain(expected);
  });

  test('an existing budget is used instead of a planned one', () => {
    const pool = { ...rules.pool, subPools: [{ clause, id: 'a', yuan: '600', sizes: ['micro'] }] };
    const codes = contradictions(
      { ...draft, rules: { ...rules, pool } as Loose<Rules> },
      fen(500n),
    );
    expect(codes.map(({ code }) => code)).toContain('sub_pools_above_budget');
  });
});

describe('a unit other than yuan', () => {
  const unitPrice = { clause: '5', yuan: '5.50' };
  test.each<[string, Loose<Rules>, string[]]>([
    ['without a price', { unit: 'cardHour' }, ['unit_price_missing rules.unit']],
    [
      'with a price of zero',
      { unit: 'cardHour', unitPrice: { clause: '5', yuan: '0' } },
      ['unit_price_zero'],
    ],
    [
      'whose rounding step costs parts of a fen',
      {
        unit: 'cardHour',
        unitPrice: { clause: '5', yuan: '5.55' },
        rounding: { unitFen: 10, mode: 'truncate' },
      },
      ['unit_price_inexact'],
    ],
    [
      'whose rounding step costs whole fen',
      { unit: 'cardHour', unitPrice, rounding: { unitFen: 2, mode: 'truncate' } },
      [],
    ],
    ['that is yuan after all', { unit: 'yuan', unitPrice }, ['unit_price_no_unit']],
    ['that is not named', { unitPrice }, ['unit_price_no_unit']],
  ])('%s', (_name, change, expected) => {
    const found = faultsOf(change).filter((fault) => fault.startsWith('unit_price'));
    expect(found).toHaveLength(expected.length);
    for (const [at, fault] of expected.entries()) expect(found[at]).toContain(fault);
  });
});

describe('what is paid back', () => {
  const { evidence } = rules;
  test.each<[string, Loose<Rules>, string]>([
    [
      'money without proof of a payment',
      { mode: 'deferred', evidence: { ...evidence, application: ['licence'], redemption: [] } },
      'unproved rules.evidence.redemption',
    ],
    [
      'claims in card-hours',
      {
        mode: 'deferred',
        unit: 'cardHour',
        evidence: { ...evidence, application: ['licence'], redemption: ['invoice'] },
      },
      'claims_no_money rules.unit',
    ],
  ])('%s', (_name, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  test('money that the application proves is no fault', () => {
    const proved = { ...evidence, application: ['contract' as const, 'payment' as const] };
    const found = faultsOf({ mode: 'deferred', evidence: { ...proved, redemption: [] } });
    expect(found.filter((fault) => fault.startsWith('unproved'))).toEqual([]);
  });
});

describe('days', () => {
  test.each<[string, Loose<Rules>, string]>([
    [
      'signed from after signed to',
      { contract: { clause: '5', signedFrom: '2026-02-01', signedTo: '2026-01-01' } },
      'signed_reversed rules.contract.signedTo',
    ],
    [
      'a period outside the policy’s own',
      {
        base: { clause: '5', of: 'contract', proration: { from: '2020-01-01', to: '2020-12-31' } },
      },
      'proration_outside rules.base.proration.from',
    ],
    [
      'correction longer than review',
      { service: { ...rules.service, correctionWorkingDays: 21 } },
      'correction_longer rules.service.correctionWorkingDays',
    ],
    [
      'stages longer than review',
      { service: { ...rules.service, stages: [{ workingDays: 15 }, { workingDays: 6 }] } },
      'stages_longer rules.service.stages.1.workingDays',
    ],
    [
      'a term for an article that there is not',
      { terms: [{ clause: '77', from: '2026-01-01' }] },
      'term_clause rules.terms.0.clause',
    ],
    [
      'a suspension that ends and never began',
      { terms: [{ clause: '5', suspendedTo: '2026-01-01' }] },
      'term_suspension rules.terms.0.suspendedFrom',
    ],
  ])('%s', (_title, change, expected) => {
    expect(faultsOf(change)).toContain(expected);
  });

  const round = {
    number: 1,
    opensOn: '2026-01-01',
    opensAt: '00:00',
    closesOn: '2026-01-31',
    closesAt: '17:30',
  };

  const from = '2026-02-01';
  const to = '2026-01-01';
  const period = { clause: '5', of: 'contract', proration: { from, to } } as const;
  test.each<[string, Loose<Rules>, Draft['rounds'], string]>([
    ['signing', { contract: { clause: '5', signedFrom: from, signedTo: to } }, [], from],
    ['being in force', { source: { effectiveFrom: from, effectiveTo: to } }, [], from],
    ['the period of a policy', { base: period }, [], from],
    ['a term', { terms: [{ clause: '5', from, to }] }, [], from],
    ['a suspension', { terms: [{ clause: '5', suspendedFrom: from, suspendedTo: to }] }, [], from],
    ['a round', {}, [{ ...round, opensOn: from }], `${from} 00:00`],
  ])('%s out of order names the other day, and is not saved', (_title, change, rounds, on) => {
    const found = contradictions({ ...draft, rounds, rules: { ...rules, ...change } }).filter(
      ({ code }) => code.endsWith('_reversed'),
    );
    expect(found).toMatchObject([{ values: { on }, stopsSaving: true }]);
    for (const { code, values } of found) {
      for (const locale of locales) {
        expect(textOf(contradictionTexts, locale, code, values)).toContain(on);
      }
    }
  });

  test('rounds that close before they open, overlap, or come twice', () => {
    expect(faultsOf({}, { rounds: [{ ...round, closesOn: '2025-12-31' }] })).toContain(
      'round_reversed rounds.0.closesOn',
    );
    const second = {
      ...round,
      number: 2,
      opensOn: '2026-01-31',
      opensAt: '17:29',
      closesOn: '2026-03-01',
    };
    expect(faultsOf({}, { rounds: [round, second] })).toContain('rounds_overlap rounds.1.opensOn');
    expect(faultsOf({}, { rounds: [round, { ...second, opensAt: '17:30' }] })).toEqual([]);
    expect(faultsOf({}, { rounds: [round, { ...second, number: 1, opensAt: '18:00' }] })).toContain(
      'round_twice rounds.1.number',
    );
    const early = { ...round, opensOn: '2023-01-01', closesOn: '2023-02-01' };
    expect(faultsOf({}, { rounds: [early] })).toContain('round_outside rounds.0.opensOn');
  });
});

describe('situations', () => {
  const clause = '5';
  test('with undeclared ids, or that no applicant can be in, are reported', () => {
    const told1 = faultsOf({
      questions: [{ id: 'first_time' }, { id: 'first_time' }],
      requirements: [
        { clause, flags: ['listed_firm'] },
        { clause, direction: 'model' },
        { clause, firmYoungerThanMonths: 12, firmOlderThanMonths: 12 },
        { clause, baseAtLeastYuan: '5', baseBelowYuan: '5' },
        { clause, flags: ['first_time'], notFlags: ['first_time'] },
      ],
    });
    for (const expected of [
      'id_twice rules.questions.1.id',
      'flag_unknown rules.requirements.0.flags',
      'direction_unknown rules.requirements.1.direction',
      'when_ages rules.requirements.2.firmOlderThanMonths',
      'when_amounts rules.requirements.3.baseBelowYuan',
      'when_flags rules.requirements.4.notFlags',
    ]) {
      expect(told1).toContain(expected);
    }
  });

  const holesOf = (change: Loose<Rules>) =>
    rateCoverage({ ...rules, ...change }).holes.map((hole) =>
      hole.map(({ dimension, value }) => `${dimension}=${value}`).join(' '),
    );
  const domestic = { clause, percent: '40', chipOrigin: 'domestic' } as const;
  const foreign = { clause, percent: '20', chipOrigin: 'foreign' } as const;

  test('without a rate are reported by the dimensions that matter only', () => {
    expect(holesOf({ rates: [domestic] })).toEqual(['chipOrigin=foreign']);
    expect(holesOf({ rates: [domestic, foreign] })).toEqual([]);
    // A direction for one sector is a condition; without a direction the other sectors have no rate.
    const industrial = { clause: '5', percent: '80', sectors: ['manufacturing' as const] };
    const directions = [{ id: 'a' }, { id: 'b' }];
    const rest = { clause: '5', percent: '15', direction: 'b' };
    expect(holesOf({ directions, rates: [{ ...industrial, direction: 'a' }, rest] })).toEqual([]);
    expect(holesOf({ rates: [industrial] })).not.toEqual([]);
    const sized = [
      { ...domestic, sizes: ['micro', 'small'] },
      { ...domestic, percent: '30', sizes: ['medium', 'large'] },
      { ...foreign, sizes: ['micro', 'small', 'medium'] },
    ] as const;
    expect(holesOf({ rates: sized })).toEqual(['sizes=large chipOrigin=foreign']);
  });

  test('that requirements exclude need no rate', () => {
    const requirements = [{ clause, chipOrigin: 'domestic' }] as const;
    expect(holesOf({ rates: [domestic], requirements })).toEqual([]);
    expect(
      holesOf({
        rates: [{ ...domestic, purpose: 'training' }],
        requirements,
        purposes: { clause, allowed: ['training'] },
      }),
    ).toEqual([]);
  });

  test('are distinguished at every age and amount that a rule names', () => {
    const young = { clause, percent: '60', firmYoungerThanMonths: 36 } as const;
    const old = { clause, percent: '40', firmOlderThanMonths: 60 } as const;
    expect(holesOf({ rates: [young, old] })).toEqual(['age=36']);
    const small = { clause, percent: '50', baseBelowYuan: '100' } as const;
    const large = { clause, percent: '30', baseAtLeastYuan: '200' } as const;
    expect(holesOf({ rates: [small, large] })).toEqual(['base=10000']);
  });

  test('show that a rate is unreachable where another one always wins', () => {
    const any = { clause, percent: '50' } as const;
    expect(rateCoverage({ ...rules, rates: [any, domestic] }).unreachable).toEqual([1]);
    expect(
      rateCoverage({ ...rules, rates: [domestic, any], pick: 'priority' }).unreachable,
    ).toEqual([]);
    expect(
      rateCoverage({ ...rules, rates: [any, domestic], pick: 'priority' }).unreachable,
    ).toEqual([1]);
  });
});
