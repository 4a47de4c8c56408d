import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { addDays } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import { assess } from '@/features/rules/domain/assess';
import { compare, type Candidate } from './compare';
import { situate, type Profile } from '@/features/rules/domain/profile';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  type Rules,
} from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';

const on = '2026-11-24';
const poolFen = ruleFen('100000000');
const shipped: Candidate[] = shippedProgrammes.map(({ slug, rules }) => ({
  slug,
  rules,
  poolFen,
}));
const rulesOf = (slug: string): Rules => {
  const found = shipped.find((programme) => programme.slug === slug);
  if (!found) throw new Error(`No programme ${slug}.`);
  return found.rules;
};
const qingyang = rulesOf('qingyang-compute-2024');
const profile = (more: Partial<Profile> = {}): Profile => ({
  on,
  contractFen: ruleFen('1000000'),
  ...more,
});
const one = (rules: Rules, more: Partial<Profile> = {}) =>
  compare([{ slug: 'one', rules, poolFen }], profile(more));

describe('ranking', () => {
  test('programmes that give more come first; those that give nothing come last, with their reasons', () => {
    const programmes: Candidate[] = [
      { slug: 'low', rules: { ...qingyang, rates: [{ clause: '5', percent: '10' }] }, poolFen },
      { slug: 'none', rules: qingyang, poolFen: fen(0n) },
      { slug: 'high', rules: qingyang, poolFen },
    ];
    const { yes, no } = compare(programmes, profile());
    expect(yes.map(({ programme, amountFen }) => [programme.slug, amountFen])).toEqual([
      ['high', ruleFen('300000')],
      ['low', ruleFen('100000')],
    ]);
    expect(no).toMatchObject([
      { programme: { slug: 'none' }, refusals: [{ code: 'pool_exhausted' }] },
    ]);
  });

  test('with equal amounts the earlier deadline comes first', () => {
    const programmes: Candidate[] = [
      { slug: 'a', rules: qingyang, poolFen },
      { slug: 'b', rules: qingyang, poolFen, closesOn: '2026-12-31' },
      { slug: 'c', rules: qingyang, poolFen, closesOn: '2026-11-30' },
    ];
    expect(compare(programmes, profile()).yes.map(({ programme }) => programme.slug)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  test('amounts in hours do not outrank amounts in yuan, however many hours', () => {
    const hours: Rules = { ...qingyang, unit: 'cardHour' };
    const programmes: Candidate[] = [
      { slug: 'hours', rules: hours, poolFen },
      { slug: 'yuan', rules: qingyang, poolFen },
    ];
    const inUnit = { cardHour: ruleFen('9000000') };
    expect(
      compare(programmes, profile({ inUnit })).yes.map(({ programme }) => programme.slug),
    ).toEqual(['yuan', 'hours']);
    expect(compare(programmes, profile()).no).toMatchObject([
      { programme: { slug: 'hours' }, refusals: [{ code: 'base_missing' }] },
    ]);
  });

  test('the best direction is used and named', () => {
    const named = (text: string) => ({ 'zh-CN': text, en: text });
    const rules: Rules = {
      ...qingyang,
      directions: [
        { id: 'basic', title: named('Basic') },
        { id: 'key', title: named('Key') },
      ],
      rates: [
        { clause: '5', percent: '20', direction: 'basic' },
        { clause: '5', percent: '40', direction: 'key' },
      ],
    };
    expect(one(rules).yes).toMatchObject([{ direction: 'key', amountFen: ruleFen('400000') }]);
  });

  test('the first limit is named, if there is one', () => {
    expect(one(qingyang).yes[0]?.limit).toBeUndefined();
    expect(one(qingyang, { contractFen: ruleFen('9000000') }).yes[0]?.limit).toMatchObject({
      code: 'cap_contract',
      afterFen: ruleFen('2000000'),
    });
  });
});

describe('missing answers', () => {
  const picky: Rules = {
    ...qingyang,
    questions: [
      { id: 'lab', text: { 'zh-CN': '有实验室吗？', en: 'Do you run a laboratory?' } },
      { id: 'dishonest', text: { 'zh-CN': '失信吗？', en: 'Are you dishonest?' } },
    ],
    requirements: [
      { clause: '3', regions: ['4403'], sizes: ['medium'], firmYoungerThanMonths: 12 },
      { clause: '3', flags: ['lab'], notFlags: ['dishonest'], firmOlderThanMonths: 3 },
    ],
    purposes: { clause: '3', allowed: ['inference'] },
  };

  test('are assumed to be what the programme requires, and are named', () => {
    const [found] = one(picky).yes;
    expect(found?.facts).toMatchObject({
      region: '4403',
      size: 'medium',
      registeredOn: '2025-12-24',
      purpose: 'inference',
      flags: { lab: true, dishonest: false },
    });
    expect(found?.assumed.map(({ code }) => code)).toEqual([
      'applicantType',
      'region',
      'registeredOn',
      'size',
      'purpose',
      'vendor',
      'flag',
      'flag',
    ]);
  });

  test('are not assumed to contradict the given answers', () => {
    const known = { region: '11', size: 'small', registeredOn: '2020-01-01' } as const;
    const [found] = one(picky, { ...known, purpose: 'training' }).no;
    expect(found?.refusals.map(({ code }) => code).sort()).toEqual([
      'firm_size',
      'firm_too_old',
      'purpose_not_supported',
      'region_outside',
    ]);
    expect(found?.assumed.map(({ code }) => code)).toEqual([
      'applicantType',
      'vendor',
      'flag',
      'flag',
    ]);
  });

  test('are not assumed for a programme that does not use them', () => {
    const plain: Rules = {
      ...qingyang,
      vendors: { clause: '4', scope: 'any' },
      affiliates: undefined,
    };
    expect(one(plain, { applicantType: 'enterprise' }).yes[0]?.assumed).toEqual([]);
  });
});

const money = fc.bigInt({ min: 1n, max: 5_000_000_000n }).map<Fen>(fen);
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2023-01-01', days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anybody: fc.Arbitrary<Profile> = fc
  .record({
    contractFen: money,
    applicantType: maybe(fc.constantFrom(...applicantTypes)),
    region: maybe(fc.constantFrom('11', '4403', '440311', '3301', '00')),
    registeredOn: maybe(day),
    size: maybe(fc.constantFrom(...firmSizes)),
    sector: maybe(fc.constantFrom(...sectors)),
    purpose: maybe(fc.constantFrom(...purposes)),
    chipOrigin: maybe(fc.constantFrom(...chipOrigins)),
    paidFen: maybe(money),
    signedOn: maybe(day),
    startsOn: maybe(day),
    months: fc.integer({ min: 1, max: 40 }),
    otherSupport: maybe(fc.boolean()),
    otherSupportFen: maybe(money),
    affiliated: maybe(fc.boolean()),
    onePerson: maybe(fc.boolean()),
    model: maybe(fc.constantFrom(...modelStatuses)),
    project: maybe(fc.constantFrom(...projectRanks)),
  })
  .map(({ months, ...rest }) => ({
    ...rest,
    on,
    endsOn: rest.startsOn && addDays(rest.startsOn, months * 30),
  }));

describe('for any profile', () => {
  const runs = { numRuns: 150 };

  test('every programme is listed once, amounts decrease, and every refusal has a reason', () => {
    fc.assert(
      fc.property(anybody, (somebody) => {
        const { yes, no } = compare(shipped, somebody);
        const slugs = [...yes, ...no].map(({ programme }) => programme.slug);
        expect(slugs.sort()).toEqual(shipped.map(({ slug }) => slug).sort());
        for (const found of no) expect(found.refusals.length).toBeGreaterThan(0);
        const inYuan = yes.filter(({ programme }) => (programme.rules.unit ?? 'yuan') === 'yuan');
        inYuan.forEach(({ amountFen }, at) => {
          const next = inYuan[at + 1];
          if (next) expect(amountFen >= next.amountFen).toBe(true);
        });
      }),
      runs,
    );
  });

  test('the result is that of assess, and a suggested change gives the amount that it names', () => {
    fc.assert(
      fc.property(anybody, (somebody) => {
        const { yes, no } = compare(shipped, somebody);
        for (const { programme, facts, amountFen, direction } of yes) {
          expect(assess(programme.rules, facts)).toMatchObject({ eligible: true, amountFen });
          const { facts: plain } = situate(programme.rules, somebody, poolFen);
          expect({ ...plain, direction }).toEqual({ ...facts, direction });
        }
        for (const { programme, facts, refusals, help } of no) {
          expect(assess(programme.rules, facts)).toMatchObject({ eligible: false, refusals });
          if (help) expect(help.amountFen > 0n).toBe(true);
        }
      }),
      runs,
    );
  });

  test('the order of the programmes given makes no difference', () => {
    fc.assert(
      fc.property(anybody, (somebody) => {
        const order = (list: readonly Candidate[]) => {
          const { yes, no } = compare(list, somebody);
          return [...yes, ...no].map(({ programme }) => programme.slug);
        };
        expect(order([...shipped].reverse())).toEqual(order(shipped));
      }),
      runs,
    );
  });
});
