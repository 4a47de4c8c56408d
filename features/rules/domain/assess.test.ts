import { describe, expect, test } from 'vitest';
import { henan2025 } from '@/demo/programmes/henan-2025';
import { nanning2025 } from '@/demo/programmes/nanning-2025';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { shenzhenTraining2026 } from '@/demo/programmes/shenzhen-training-2026';
import { formatYuanPlain, zeroFen } from '@/lib/money';
import { assess } from './assess';
import { contractYears } from './contract-years';
import type { Facts } from './facts';
import type { Rules } from './rules';
import { ruleFen } from './sheet';

const qingyang = qingyang2024.rules;
const shenzhen = shenzhenTraining2026.rules;
const nanning = nanning2025.rules;

/** Returns a situation that all three programmes support, with the changes of the test. */
function facts(changes: Partial<Facts> = {}): Facts {
  return {
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
    ...changes,
  };
}

/** Returns the amount in yuan, or the codes of all refusals. */
function outcome(rules: Rules, changes: Partial<Facts>): string | string[] {
  const result = assess(rules, facts(changes));
  if (!result.eligible) return result.refusals.map((refusal) => refusal.code);
  return formatYuanPlain(result.amountFen);
}

const contract = (yuan: string) => ({ contractFen: ruleFen(yuan) });

describe('conformance vectors', () => {
  test('2: a firm of three years in Shenzhen with ¥24,000,000 is held to ¥10,000,000', () => {
    expect(outcome(shenzhen, contract('24000000'))).toBe('10000000.00');
  });

  test('2b: a firm of eight months in Shenzhen with ¥3,000,000 gets 60 %', () => {
    const young = { ...contract('3000000'), registeredOn: '2026-03-23' };
    expect(outcome(shenzhen, young)).toBe('1800000.00');
  });

  test('4: Qingyang caps ¥9,000,000 at ¥2,000,000 and gives nothing for ¥16,000', () => {
    expect(outcome(qingyang, contract('9000000'))).toBe('2000000.00');
    expect(outcome(qingyang, contract('16000'))).toEqual(['below_minimum']);
  });

  const bureau = {
    startsOn: '2025-01-01',
    endsOn: '2026-12-31',
    settledFen: ruleFen('200000'),
  };

  test('5: the example of the bureau in Nanning: 305 of 729 days, ¥83,676, ¥25,102', () => {
    const result = assess(nanning, facts(bureau));
    expect(result).toMatchObject({ eligible: true, amountFen: ruleFen('25102') });
    expect(result.steps).toMatchObject([
      { code: 'base', afterFen: ruleFen('200000') },
      { code: 'proration', values: { inside: 305n, whole: 729n }, afterFen: ruleFen('83676') },
      { code: 'rate', beforeFen: ruleFen('83676'), afterFen: ruleFen('25102') },
    ]);
  });

  test('5: the readings that the bureau does not take give other amounts', () => {
    const halfUp: Rules = { ...nanning, rounding: { unitFen: 100, mode: 'half_up' } };
    expect(outcome(halfUp, bureau)).toBe('25103.00');
    const { proration } = nanning.base;
    if (!proration) throw new Error('Nanning prorates.');
    const inclusive: Rules = {
      ...nanning,
      base: { ...nanning.base, proration: { ...proration, dayCount: 'inclusive' } },
    };
    expect(assess(inclusive, facts(bureau)).steps[1]).toMatchObject({
      values: { inside: 306n, whole: 730n },
    });
    expect(outcome(inclusive, bureau)).toBe('25150.00');
  });

  test('6: province and city bear half each of Henan’s ¥600,000, and the province the odd fen', () => {
    const shares = (settled: string) => {
      const settledFen = ruleFen(settled);
      const result = assess(henan2025.rules, facts({ settledFen, vendorPetaflops: 100 }));
      return result.eligible && result.funding?.map((share) => formatYuanPlain(share.fen));
    };
    expect(shares('3000000')).toEqual(['300000.00', '300000.00']);
    expect(shares('3000000.05')).toEqual(['300000.01', '300000.00']);
  });

  describe('16: an entitlement of ¥1,500,000 with ¥1,200,000 in the pool', () => {
    const short = { ...contract('5000000'), poolFen: ruleFen('1200000') };
    const under = (exhaustion: Rules['pool']['exhaustion']): Rules => ({
      ...qingyang,
      pool: { clause: '2', exhaustion },
    });

    test('reject gives nothing', () => {
      expect(outcome(under('reject'), short)).toEqual(['pool_exhausted']);
    });

    test('partial gives what is left', () => {
      expect(outcome(under('partial'), short)).toBe('1200000.00');
    });

    test('queue gives the whole award, which waits for money', () => {
      expect(assess(under('queue'), facts(short))).toMatchObject({
        eligible: true,
        amountFen: ruleFen('1500000'),
        queued: true,
      });
    });

    test('pro rata gives the applicant’s share, and the whole entitlement while the demand is unknown', () => {
      const demandFen = ruleFen('4500000');
      expect(outcome(under('pro_rata'), { ...short, demandFen })).toBe('400000.00');
      expect(outcome(under('pro_rata'), { ...short, demandFen: zeroFen })).toBe('1200000.00');
      expect(outcome(under('pro_rata'), short)).toBe('1500000.00');
    });
  });
});

describe('limits', () => {
  test('Qingyang: at the minimum, and one fen below it', () => {
    expect(outcome(qingyang, contract('16666.67'))).toBe('5000.00');
    expect(outcome(qingyang, contract('16666.66'))).toEqual(['below_minimum']);
  });

  test('Qingyang: at the cap, one fen below and one above', () => {
    expect(outcome(qingyang, contract('6666666.67'))).toBe('2000000.00');
    expect(outcome(qingyang, contract('6666666.63'))).toBe('1999999.98');
    expect(outcome(qingyang, contract('6666666.70'))).toBe('2000000.00');
  });

  test('what was awarded this year counts against the cap of the year', () => {
    const used = (yuan: string) => ({ ...contract('1000000'), usedFen: ruleFen(yuan) });
    expect(outcome(qingyang, used('1900000'))).toBe('100000.00');
    expect(outcome(qingyang, used('1995000'))).toBe('5000.00');
    expect(outcome(qingyang, used('1995000.01'))).toEqual(['below_minimum']);
    expect(outcome(qingyang, used('2000000'))).toEqual(['cap_used_up']);
  });

  test('Shenzhen: a yearly rent of ¥500,000 is enough, one fen less is not', () => {
    expect(outcome(shenzhen, contract('500000'))).toBe('250000.00');
    expect(outcome(shenzhen, contract('499999.99'))).toEqual(['below_threshold']);
  });

  test('Shenzhen: two years need twice as much, a leap year included', () => {
    const leap = { startsOn: '2027-01-01', endsOn: '2029-01-01' };
    expect(outcome(shenzhen, { ...leap, ...contract('1000000') })).toBe('500000.00');
    expect(outcome(shenzhen, { ...leap, ...contract('999999.99') })).toEqual(['below_threshold']);
  });

  test('Shenzhen: a firm is young until the day before its first birthday', () => {
    const born = (registeredOn: string) => ({ ...contract('1000000'), registeredOn });
    expect(outcome(shenzhen, born('2025-11-24'))).toBe('600000.00');
    expect(outcome(shenzhen, born('2025-11-23'))).toBe('500000.00');
  });

  test('Shenzhen: other support is part of the 50 % of the contract', () => {
    const other = (yuan: string) => ({
      ...contract('1000000'),
      otherSupport: true,
      otherSupportFen: ruleFen(yuan),
    });
    expect(outcome(shenzhen, other('100000'))).toBe('400000.00');
    expect(outcome(shenzhen, other('499999.99'))).toBe('0.01');
    expect(outcome(shenzhen, other('500000'))).toEqual(['support_used_up']);
    expect(outcome(shenzhen, { otherSupport: true })).toEqual(['other_support_unstated']);
  });

  test('Nanning: a contract inside the period counts whole, one outside not at all', () => {
    const settled = { settledFen: ruleFen('100000') };
    const inside = { ...settled, startsOn: '2025-03-01', endsOn: '2025-12-31' };
    expect(outcome(nanning, inside)).toBe('30000.00');
    const before = { ...settled, startsOn: '2024-03-01', endsOn: '2025-02-28' };
    expect(outcome(nanning, before)).toEqual(['outside_period']);
    const oneDay = { ...settled, startsOn: '2024-03-01', endsOn: '2024-03-01' };
    expect(outcome(nanning, oneDay)).toEqual(['outside_period']);
  });

  test('an amount that rounds to zero is a refusal, not an award of zero', () => {
    const small = { settledFen: ruleFen('3'), startsOn: '2025-03-01', endsOn: '2025-12-31' };
    expect(outcome(nanning, small)).toEqual(['amount_zero']);
  });

  test('an empty pool gives no award', () => {
    expect(outcome(qingyang, { poolFen: zeroFen })).toEqual(['pool_exhausted']);
    expect(outcome(qingyang, { poolFen: ruleFen('300000') })).toBe('300000.00');
  });
});

describe('gates', () => {
  test('all reasons are returned together, each with its article', () => {
    const result = assess(
      qingyang,
      facts({
        affiliated: true,
        otherSupport: true,
        vendorListed: false,
        contractFen: ruleFen('9'),
      }),
    );
    expect(result.eligible ? [] : result.refusals).toMatchObject([
      { code: 'affiliated_vendor', clause: '4' },
      { code: 'other_support', clause: '9' },
      { code: 'vendor_not_listed', clause: '4' },
      { code: 'below_minimum', clause: '5' },
    ]);
  });

  test('rules on signing dates and terms are exact to the day', () => {
    const rules: Rules = {
      ...qingyang,
      contract: {
        clause: '4',
        signedFrom: '2026-09-01',
        signedTo: '2026-12-31',
        longestMonths: 12,
      },
    };
    expect(outcome(rules, { signedOn: '2026-09-01' })).toBe('300000.00');
    expect(outcome(rules, { signedOn: '2026-08-31' })).toEqual(['contract_signed_early']);
    expect(outcome(rules, { signedOn: '2027-01-01' })).toEqual(['contract_signed_late']);
    expect(outcome(rules, { endsOn: '2027-11-01' })).toEqual(['contract_too_long']);
  });

  test('applicant, purpose and missing items are checked', () => {
    const firms: Rules = { ...qingyang, applicants: { clause: '3', types: ['enterprise'] } };
    expect(outcome(firms, { applicantType: 'university' })).toEqual(['applicant_type']);
    expect(outcome(shenzhen, { purpose: 'inference' })).toEqual(['purpose_not_supported']);
    expect(outcome(nanning, {})).toEqual(['base_missing']);
    expect(outcome(qingyang, { endsOn: '2026-10-31' })).toEqual(['contract_dates_reversed']);
    const foreign: Rules = {
      ...qingyang,
      rates: [{ clause: '5', percent: '30', chipOrigin: 'foreign' }],
    };
    expect(outcome(foreign, {})).toEqual(['rate_none']);
  });

  test('of the rates that apply, the highest is used', () => {
    const rules: Rules = {
      ...qingyang,
      rates: [
        { clause: '5', percent: '30' },
        { clause: '5.2', percent: '45', chipOrigin: 'domestic' },
        { clause: '5.3', percent: '9.5', purpose: 'training' },
      ],
    };
    expect(outcome(rules, {})).toBe('450000.00');
    expect(outcome(rules, { chipOrigin: 'foreign' })).toBe('300000.00');
  });
});

test('a contract’s years are exact and never less than one', () => {
  expect(contractYears('2026-01-01', '2026-06-30')).toEqual({ numerator: 1n, denominator: 1n });
  expect(contractYears('2026-01-01', '2027-01-01')).toEqual({ numerator: 1n, denominator: 1n });
  expect(contractYears('2026-01-01', '2027-07-02')).toEqual({ numerator: 547n, denominator: 365n });
});

test('a cap that depends on a missing fact gives one refusal for the fact and is never ignored', () => {
  const rules: Rules = {
    ...qingyang,
    questions: [{ id: 'incubated', text: { 'zh-CN': '是否在孵？', en: 'In an incubator?' } }],
    caps: [
      { clause: '5.2', per: 'year', yuan: '500', flags: ['incubated'], chipOrigin: 'domestic' },
      { clause: '5.3', per: 'year', yuan: '200', notFlags: ['incubated'] },
    ],
    minimumAward: undefined,
  };
  expect(assess(rules, facts())).toMatchObject({
    eligible: false,
    refusals: [
      { code: 'fact_missing', clause: '5.2', values: { flag: 'incubated', zh: '是否在孵？' } },
    ],
  });
  expect(outcome(rules, { flags: { incubated: true } })).toBe('500.00');
  expect(outcome(rules, { flags: { incubated: false } })).toBe('200.00');
  // The known facts exclude the first cap, so its missing fact does not matter. The second cap is left out: it depends on it.
  const [first] = rules.caps ?? [];
  const one: Rules = { ...rules, caps: first && [first] };
  expect(outcome(one, { chipOrigin: 'foreign' })).toBe('300000.00');
});
