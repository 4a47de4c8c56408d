import { describe, expect, test } from 'vitest';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { formatYuanPlain, zeroFen } from '@/lib/money';
import { assess } from './assess';
import type { Facts } from './facts';
import type { CapRule, Rules } from './rules';
import { ruleFen } from './sheet';

/** 30 % of the contract and nothing else, so that each rule is tested alone. */
const plain: Rules = {
  ...qingyang2024.rules,
  minimumAward: undefined,
  capPerContract: undefined,
  capPerYear: undefined,
  stacking: undefined,
  affiliates: undefined,
};

const situation: Facts = {
  on: '2026-11-23',
  applicantType: 'enterprise',
  registeredOn: '2023-06-01',
  contractFen: ruleFen('1000000'),
  signedOn: '2026-10-01',
  startsOn: '2026-11-01',
  endsOn: '2027-10-31',
  affiliated: false,
  otherSupport: false,
  vendorListed: true,
  chipOrigin: 'domestic',
  purpose: 'training',
  usedFen: zeroFen,
  poolFen: ruleFen('100000000'),
};

/** Returns the amount in yuan, or the codes of all refusals. */
function outcome(rules: Partial<Rules>, facts: Partial<Facts> = {}): string | string[] {
  const result = assess({ ...plain, ...rules }, { ...situation, ...facts });
  if (!result.eligible) return result.refusals.map(({ code }) => code);
  return formatYuanPlain(result.amountFen);
}

const title = { 'zh-CN': '一', en: 'One' };
const rate = (percent: string, when: object = {}) => ({ clause: '5', percent, ...when });

describe('who may apply', () => {
  test.each<[string, Partial<Facts>, string | string[]]>([
    ['in the region', { region: '110108' }, '300000.00'],
    ['in another region', { region: '310000' }, ['region_outside']],
    ['nobody knows where', {}, ['fact_missing']],
  ])('registered %s', (_name, facts, expected) => {
    expect(outcome({ requirements: [{ clause: '3', regions: ['11'] }] }, facts)).toEqual(expected);
  });

  test('age, size, sector, one person, model and project each give a refusal of their own, all together', () => {
    const requirements = [
      { clause: '3', firmYoungerThanMonths: 12, sizes: ['micro' as const] },
      { clause: '3.2', sectors: ['software' as const], onePerson: true as const },
      { clause: '3.3', models: ['registered' as const], projects: ['national' as const] },
    ];
    const facts: Partial<Facts> = {
      size: 'large',
      sector: 'other',
      onePerson: false,
      model: 'none',
      project: 'none',
    };
    expect(outcome({ requirements }, facts)).toEqual([
      ...['firm_too_old', 'firm_size', 'sector', 'not_one_person', 'model_status', 'project_rank'],
    ]);
  });

  test('a firm is old enough from the exact day on', () => {
    const requirements = [{ clause: '3', firmOlderThanMonths: 12 }];
    expect(outcome({ requirements }, { registeredOn: '2025-11-23' })).toBe('300000.00');
    expect(outcome({ requirements }, { registeredOn: '2025-11-24' })).toEqual(['firm_too_young']);
  });

  test('questions of the programme’s own: yes, no, and not answered', () => {
    const rules = {
      questions: [{ id: 'clean', text: { 'zh-CN': '无失信记录？', en: 'A clean record?' } }],
      requirements: [{ clause: '3', flags: ['clean'] }],
    };
    expect(outcome(rules, { flags: { clean: true } })).toBe('300000.00');
    expect(outcome(rules, { flags: { clean: false } })).toEqual(['condition_unmet']);
    expect(outcome(rules)).toEqual(['fact_missing']);
    const result = assess({ ...plain, ...rules }, { ...situation, flags: { clean: false } });
    expect(result.eligible ? [] : result.refusals).toMatchObject([
      { clause: '3', values: { en: 'A clean record?', zh: '无失信记录？' } },
    ]);
  });

  test('one side may claim, and not both for one contract', () => {
    const beneficiary = { clause: '3', side: 'either', payee: 'buyer', exclusive: true } as const;
    expect(outcome({}, { side: 'supply' })).toEqual(['side_not_supported']);
    expect(outcome({ beneficiary }, { side: 'supply' })).toBe('300000.00');
    expect(outcome({ beneficiary }, { otherSideClaims: true })).toEqual(['other_side_claims']);
  });

  test('a firm that is banned is refused where the programme says so, and only there', () => {
    const ban = { clause: '3' };
    expect(outcome({ ban }, {})).toBe('300000.00');
    expect(outcome({}, { bannedUntil: '2029-11-30' })).toBe('300000.00');
    expect(outcome({ ban }, { bannedUntil: '2029-11-30' })).toEqual(['banned']);
  });

  test('the years in a row and the places in a round are limited', () => {
    const consecutiveYears = { clause: '3', most: 3 };
    expect(outcome({ consecutiveYears }, { yearsBefore: 2 })).toBe('300000.00');
    expect(outcome({ consecutiveYears }, { yearsBefore: 3 })).toEqual(['years_used_up']);
    const intake = { clause: '3', kind: 'quota' as const, places: 20 };
    expect(outcome({ intake }, { placesTaken: 19 })).toBe('300000.00');
    expect(outcome({ intake }, { placesTaken: 20 })).toEqual(['places_taken']);
  });
});

describe('contract and vendor', () => {
  test('a contract can be claimed for only once', () => {
    const claim = { clause: '4', basis: 'contract', voucher: true, oncePerContract: true } as const;
    expect(outcome({ claim }, { contractClaimed: true })).toEqual(['contract_claimed']);
    expect(
      outcome({ claim: { ...claim, oncePerContract: false } }, { contractClaimed: true }),
    ).toBe('300000.00');
  });

  test('firms count as affiliated exactly from the percentage of shares on', () => {
    const affiliates = { clause: '4', allowed: false, sharePercent: '25' } as const;
    expect(outcome({ affiliates }, { sharePercent: '24.9999' })).toBe('300000.00');
    expect(outcome({ affiliates }, { sharePercent: '25' })).toEqual(['affiliated_vendor']);
    const controlled = { ...affiliates, commonController: true };
    expect(outcome({ affiliates: controlled }, { commonController: true })).toEqual([
      'affiliated_vendor',
    ]);
    expect(outcome({ affiliates }, { commonController: true })).toBe('300000.00');
  });

  test('a vendor by list, item, capacity, region and the day of listing', () => {
    const vendors = (more: object) => ({
      vendors: { clause: '4', scope: 'any', ...more } as const,
    });
    expect(outcome(vendors({}), { vendorListed: false })).toBe('300000.00');
    expect(outcome(vendors({ items: ['training'] }), { vendorItems: ['inference'] })).toEqual([
      'vendor_item',
    ]);
    expect(outcome(vendors({ leastPetaflops: 100 }), { vendorPetaflops: 99.9 })).toEqual([
      'vendor_capacity',
    ]);
    expect(outcome(vendors({ leastPetaflops: 100 }), { vendorPetaflops: 100 })).toBe('300000.00');
    expect(outcome(vendors({ regions: ['37'] }), { vendorRegion: '110000' })).toEqual([
      'vendor_region',
    ]);
    const listed = { vendors: { clause: '4', scope: 'listed', listedWhenSigned: true } as const };
    expect(outcome(listed, { vendorListedOn: '2026-10-01' })).toBe('300000.00');
    expect(outcome(listed, { vendorListedOn: '2026-10-02' })).toEqual(['vendor_listed_late']);
  });
});

describe('what counts', () => {
  test.each([
    ['paid', { paidFen: ruleFen('500000') }],
    ['metered', { meteredFen: ruleFen('500000') }],
    ['quota', { requestedFen: ruleFen('500000') }],
  ] as const)('the base is what was %s', (of, facts) => {
    expect(outcome({ base: { clause: '5', of } }, facts)).toBe('150000.00');
    expect(outcome({ base: { clause: '5', of } })).toEqual(['base_missing']);
  });

  test('items that do not count and, where the rules say so, tax are taken off first', () => {
    const costs = (taxIncluded: boolean) =>
      ({ clause: '5', items: ['compute'], excluded: ['storage'], taxIncluded }) as const;
    const facts = { excludedFen: ruleFen('200000'), taxFen: ruleFen('100000') };
    expect(outcome({ costs: costs(true) }, facts)).toBe('240000.00');
    expect(outcome({ costs: costs(false) }, facts)).toBe('210000.00');
    expect(outcome({ costs: costs(true) }, { excludedFen: ruleFen('1000000') })).toEqual([
      'amount_zero',
    ]);
  });

  test('proration without its own rounding enters the rate exactly', () => {
    const period = { clause: '5', from: '2026-11-01', to: '2026-11-03', dayCount: 'exclusive' };
    const base = (rounding?: object) => ({
      base: { clause: '5', of: 'contract', proration: { ...period, rounding } } as Rules['base'],
    });
    const facts = { contractFen: ruleFen('100'), startsOn: '2026-11-01', endsOn: '2026-11-04' };
    // 100 × 2 ÷ 3 × 30 % is exactly 20. Rounding 66.66 first would give 19.99.
    expect(outcome(base(), facts)).toBe('20.00');
    expect(outcome(base({ unitFen: 1, mode: 'truncate' }), facts)).toBe('19.99');
  });
});

describe('rates', () => {
  test('by chips, purpose, model, project, direction and age: the highest, or the first', () => {
    const rates = [
      rate('20'),
      rate('30', { chipOrigin: 'domestic' }),
      rate('25', { models: ['multimodal'] }),
    ];
    expect(outcome({ rates }, { chipOrigin: 'foreign' })).toBe('200000.00');
    expect(outcome({ rates }, { chipOrigin: 'foreign', model: 'multimodal' })).toBe('250000.00');
    expect(outcome({ rates }, { model: 'multimodal' })).toBe('300000.00');
    expect(outcome({ rates, pick: 'priority' })).toBe('200000.00');
  });

  test('a direction must be given and be one of the programme’s', () => {
    const rules = {
      directions: [
        { id: 'compute', title },
        { id: 'model', title },
      ],
      rates: [rate('50', { direction: 'compute' }), rate('10', { direction: 'model' })],
    };
    expect(outcome(rules, { direction: 'model' })).toBe('100000.00');
    expect(outcome(rules)).toContain('fact_missing');
    expect(outcome(rules, { direction: 'other' })).toContain('direction_not_supported');
  });

  test('tiers of the base begin exactly where they say', () => {
    const rates = [
      rate('10', { baseBelowYuan: '500000' }),
      rate('20', { baseAtLeastYuan: '500000' }),
    ];
    expect(outcome({ rates }, { contractFen: ruleFen('499999.99') })).toBe('49999.99');
    expect(outcome({ rates }, { contractFen: ruleFen('500000') })).toBe('100000.00');
  });

  test('the award says whether the rate is a ceiling or fixed', () => {
    expect(assess(plain, situation)).toMatchObject({ ceiling: true });
    expect(assess({ ...plain, rateKind: 'fixed' }, situation)).not.toHaveProperty('ceiling');
  });
});

describe('limits', () => {
  const cap = (more: Partial<CapRule>): Partial<Rules> => ({
    caps: [{ clause: '5', per: 'life', yuan: '500000', ...more }],
  });

  test('a cap counts what was claimed, what was redeemed, or the larger of both', () => {
    const used = { lifeClaimed: ruleFen('300000'), lifeRedeemed: ruleFen('450000') };
    expect(outcome(cap({}), { used })).toBe('200000.00');
    expect(outcome(cap({ counts: 'redeemed' }), { used })).toBe('50000.00');
    expect(outcome(cap({ counts: 'both' }), { used })).toBe('50000.00');
    expect(outcome(cap({}), { used: { lifeClaimed: ruleFen('500000') } })).toEqual(['cap_used_up']);
  });

  test('a cap applies to its situation only, and a decision raises only a cap that allows it', () => {
    const small = cap({ per: 'year', yuan: '100000', sizes: ['small'] });
    expect(outcome(small, { size: 'small' })).toBe('100000.00');
    expect(outcome(small, { size: 'large' })).toBe('300000.00');
    const decided = { decidedCapFen: ruleFen('250000') };
    expect(outcome(cap({ yuan: '200000' }), decided)).toBe('200000.00');
    expect(outcome(cap({ yuan: '200000', raisedByDecision: true }), decided)).toBe('250000.00');
  });

  test('a fixed award inside the cap uses it up, received before or claimed now; outside it does not', () => {
    const award = { clause: '6', id: 'settling', title, yuan: '400000' };
    const rules = (insideCap: boolean) => ({
      ...cap({ yuan: '500000' }),
      fixedAwards: [{ ...award, insideCap }],
    });
    expect(outcome(rules(true), { fixedAwards: { settling: 'taken' } })).toBe('100000.00');
    expect(outcome(rules(false), { fixedAwards: { settling: 'taken' } })).toBe('300000.00');
    expect(outcome(rules(true), { fixedAwards: { settling: 'claimed' } })).toBe('500000.00');
  });

  test('other support: none, up to a share, off the base, off the award, upper tier first', () => {
    const stacking = (more: object) => ({
      stacking: { clause: '9', otherSupportAllowed: true, ...more } as Rules['stacking'],
    });
    const had = { otherSupport: true, otherSupportFen: ruleFen('100000') };
    expect(outcome(stacking({ totalPercent: '35' }), had)).toBe('250000.00');
    expect(outcome(stacking({ deduct: 'base' }), had)).toBe('270000.00');
    expect(outcome(stacking({ deduct: 'award' }), had)).toBe('200000.00');
    expect(
      outcome(stacking({ deduct: 'award' }), { ...had, otherSupportFen: ruleFen('300000') }),
    ).toContain('support_used_up');
    expect(outcome(stacking({ upperTierFirst: true }))).toEqual(['upper_tier_first']);
    expect(outcome(stacking({ upperTierFirst: true }), { upperTierClaimed: true })).toBe(
      '300000.00',
    );
  });

  test('the award itself may be rounded, and never beyond a cap', () => {
    const rounded = {
      rounding: { unitFen: 10_000, mode: 'half_up' },
      roundingAt: 'award',
    } as const;
    expect(outcome(rounded, { contractFen: ruleFen('1000') })).toBe('300.00');
    expect(outcome(rounded, { contractFen: ruleFen('1200') })).toBe('400.00');
    expect(outcome({ ...rounded, ...cap({ yuan: '370' }) }, { contractFen: ruleFen('1200') })).toBe(
      '300.00',
    );
  });
});

describe('the pool', () => {
  const short = (exhaustion: Rules['pool']['exhaustion']): Partial<Rules> => ({
    pool: { clause: '2', exhaustion },
  });
  const contract = { contractFen: ruleFen('5000000'), poolFen: ruleFen('1200000') };

  test('vector 16: an entitlement of 1,500,000 and a pool of 1,200,000', () => {
    expect(outcome(short('reject'), contract)).toEqual(['pool_exhausted']);
    expect(outcome(short('partial'), contract)).toBe('1200000.00');
    expect(outcome(short('queue'), contract)).toBe('1500000.00');
    expect(assess({ ...plain, ...short('queue') }, { ...situation, ...contract })).toMatchObject({
      queued: true,
    });
    // 1,200,000 for claims of 6,000,000 in total: each gets a fifth.
    const demand = { ...contract, demandFen: ruleFen('6000000') };
    expect(outcome(short('pro_rata'), demand)).toBe('300000.00');
  });

  test('a sub-pool that fits is used, and the whole pool still limits the award', () => {
    const pool: Rules['pool'] = {
      clause: '2',
      exhaustion: 'partial',
      subPools: [{ clause: '2.2', id: 'small', title, yuan: '200000', sizes: ['small'] }],
    };
    const subPoolFen = { small: ruleFen('150000') };
    expect(outcome({ pool }, { size: 'small', subPoolFen })).toBe('150000.00');
    expect(outcome({ pool }, { size: 'large', subPoolFen })).toBe('300000.00');
    const drained = { size: 'small', subPoolFen, poolFen: ruleFen('1000') } as const;
    expect(outcome({ pool }, drained)).toBe('1000.00');
  });

  test('funders share to the fen, and the odd fen goes to the funder that the rules name', () => {
    const funding = (oddFenTo: number) => ({
      clause: '3',
      shares: [
        { funder: { 'zh-CN': '省级', en: 'Province' }, parts: 1 },
        { funder: { 'zh-CN': '市级', en: 'City' }, parts: 1 },
      ],
      oddFenTo,
    });
    const odd = { contractFen: ruleFen('0.10') };
    const shares = (oddFenTo: number) => {
      const result = assess({ ...plain, funding: funding(oddFenTo) }, { ...situation, ...odd });
      return result.eligible ? result.funding?.map((share) => share.fen) : undefined;
    };
    expect(shares(0)).toEqual([2n, 1n]);
    expect(shares(1)).toEqual([1n, 2n]);
  });
});

test('a programme gives nothing before its first day and after its last', () => {
  const source = { ...plain.source, effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' };
  expect(outcome({ source }, { on: '2025-12-31' })).toEqual(['programme_not_begun']);
  expect(outcome({ source }, { on: '2026-01-01' })).toBe('300000.00');
  expect(outcome({ source }, { on: '2026-12-31' })).toBe('300000.00');
  expect(outcome({ source }, { on: '2027-01-01' })).toEqual(['programme_ended']);
});

describe('articles with terms of their own', () => {
  const reason = { 'zh-CN': '公平竞争审查', en: 'fair-competition review' };

  test('a suspended rate gives a refusal with its reason; the day before it still applies', () => {
    const rules: Partial<Rules> = {
      rates: [rate('30')],
      terms: [{ clause: '5', suspendedFrom: '2025-11-05', reason }],
    };
    expect(outcome(rules, { on: '2025-11-04' })).toBe('300000.00');
    const result = assess({ ...plain, ...rules }, { ...situation, on: '2025-11-05' });
    expect(result.eligible ? [] : result.refusals).toMatchObject([
      { code: 'clause_not_in_force', clause: '5', values: { force: 'suspended', en: reason.en } },
    ]);
  });

  test('a rate of a suspended article leaves the others', () => {
    const rules: Partial<Rules> = {
      rates: [rate('20'), { clause: '6', percent: '50' }],
      terms: [{ clause: '6', suspendedFrom: '2026-01-01', suspendedTo: '2026-12-31' }],
    };
    expect(outcome(rules)).toBe('200000.00');
    expect(outcome(rules, { on: '2027-01-01' })).toBe('500000.00');
  });

  test('a limit whose article is not yet or no longer in force does not apply', () => {
    const capPerYear = { clause: '7', yuan: '100000' };
    const until = { capPerYear, terms: [{ clause: '7', to: '2026-06-30' }] };
    expect(outcome(until, { on: '2026-06-30' })).toBe('100000.00');
    expect(outcome(until, { on: '2026-07-01' })).toBe('300000.00');
    const from = { capPerYear, terms: [{ clause: '7', from: '2027-01-01' }] };
    expect(outcome(from)).toBe('300000.00');
    expect(outcome(from, { on: '2027-01-01' })).toBe('100000.00');
  });
});
