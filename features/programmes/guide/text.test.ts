import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shippedProgrammes } from '@/demo/programmes/all';
import { locales } from '@/lib/locale';
import type { Rules, When } from '@/features/rules/domain/rules';
import { highestRate } from './amounts';
import { forceMark, forceMarks, guideOf } from './text';
import { rulesSchema } from '@/features/rules/schema';

const named = (text: string) => ({ 'zh-CN': `${text}（中）`, en: text });

const when: Required<When> = {
  firmYoungerThanMonths: 60,
  firmOlderThanMonths: 3,
  applicantTypes: ['enterprise'],
  regions: ['4403'],
  sizes: ['small'],
  sectors: ['software'],
  onePerson: true,
  chipOrigin: 'domestic',
  purpose: 'training',
  models: ['registered'],
  projects: ['national'],
  direction: 'research',
  side: 'demand',
  baseAtLeastYuan: '1000.00',
  baseBelowYuan: '2000.00',
  flags: ['listed_lab'],
  notFlags: ['dishonest'],
};

/** Rules that use every parameter. */
const everything = {
  mode: 'deduct',
  kind: 'compute',
  unit: 'cardHour',
  unitPrice: { clause: '2', yuan: '6.00' },
  terms: [
    {
      clause: '11',
      from: '2026-01-01',
      to: '2027-01-01',
      suspendedFrom: '2026-05-01',
      suspendedTo: '2026-06-01',
      reason: named('money is short'),
    },
  ],
  applicants: { clause: '3', types: ['enterprise'] },
  requirements: [{ clause: '3.2', ...when }],
  questions: [
    { id: 'listed_lab', text: named('Do you run a listed laboratory?') },
    { id: 'dishonest', text: named('Are you on the list of dishonest firms?') },
  ],
  directions: [
    { id: 'research', title: named('Research') },
    { id: 'service', title: named('Services') },
  ],
  beneficiary: { clause: '4', side: 'demand', payee: 'buyer', exclusive: true },
  claim: { clause: '4.2', basis: 'contract', voucher: true, oncePerContract: true },
  purposes: { clause: '4.3', allowed: ['training'] },
  costs: { clause: '5', items: ['compute'], excluded: ['storage'], taxIncluded: false },
  base: {
    clause: '5.2',
    of: 'contract',
    proration: {
      clause: '5.3',
      from: '2026-01-01',
      to: '2026-12-31',
      dayCount: 'exclusive',
      rounding: { unitFen: 1, mode: 'truncate' },
    },
  },
  rates: [
    { clause: '6', percent: '30', ...when },
    { clause: '6.2', percent: '20' },
  ],
  rateKind: 'fixed',
  pick: 'priority',
  rounding: { unitFen: 100, mode: 'truncate' },
  roundingAt: 'award',
  threshold: { clause: '7', yuan: '500.00', perYear: false },
  minimumAward: { clause: '7.2', yuan: '50.00', of: 'voucher' },
  fixedAwards: [
    { clause: '8', ...when, id: 'prize', title: named('Prize'), yuan: '90.00', insideCap: true },
  ],
  capPerContract: { clause: '9', yuan: '700.00' },
  capPerYear: { clause: '9.2', yuan: '800.00' },
  caps: [
    {
      clause: '9.3',
      ...when,
      per: 'period',
      yuan: '900.00',
      counts: 'claimed',
      periodMonths: 24,
      raisedByDecision: true,
    },
  ],
  stacking: {
    clause: '10',
    otherSupportAllowed: true,
    totalPercent: '50',
    deduct: 'base',
    upperTierFirst: true,
  },
  pool: {
    clause: '11',
    exhaustion: 'queue',
    queueOrder: 'small_first',
    subPools: [{ clause: '11.2', ...when, id: 'small', title: named('Small'), yuan: '100.00' }],
  },
  funding: {
    clause: '12',
    shares: [
      { funder: named('City'), parts: 3 },
      { funder: named('District'), parts: 2 },
    ],
    oddFenTo: 0,
  },
  intake: { clause: '13', kind: 'quota', places: 20 },
  contract: {
    clause: '14',
    signedFrom: '2026-01-01',
    signedTo: '2026-12-31',
    longestMonths: 36,
  },
  vendors: {
    clause: '15',
    scope: 'listed',
    items: ['compute'],
    leastPetaflops: 100,
    regions: ['4403'],
    listedWhenSigned: true,
  },
  affiliates: {
    clause: '16',
    allowed: false,
    sharePercent: '25',
    commonController: true,
    lookThrough: true,
  },
  consecutiveYears: { clause: '17', most: 3 },
  ban: { clause: '18' },
  pause: { clause: '18' },
  recovery: {
    clause: '18',
    interestPercentPerYear: '3.65',
    from: 'payment',
    graceDays: 17,
    order: 'interest',
  },
  voucher: {
    clause: '18',
    validMonths: 12,
    transferable: false,
    partialUse: true,
    percentOfOrder: '50',
    holdDays: 90,
    extensionMonths: 6,
  },
  inKind: { clause: '19', quantity: '500.00', unit: 'gpuHour', by: named('The centre') },
  service: {
    clause: '20',
    reviewWorkingDays: 20,
    correctionWorkingDays: 10,
    noticeWorkingDays: 5,
    publicNotice: 'required',
    noticeDays: 'calendar',
    appealWorkingDays: 12,
    stages: [{ title: named('First look'), workingDays: 7 }],
    autoApproveYuan: '30.00',
  },
  evidence: { clause: '21', application: ['licence'], redemption: ['invoice'] },
  settlement: { clause: '22', cycle: 'monthly', confirmByWorkingDays: 6, advancePercent: '15' },
  source: {
    title: named('A notice'),
    url: 'https://example.cn/notice',
    grade: 'o',
    effectiveFrom: '2026-01-01',
    effectiveTo: '2028-12-31',
  },
  assumed: [named('Nothing is assumed')],
} satisfies Rules;

type Path = readonly (string | number)[];
type Schema = z.core.$ZodType;
type Found = { path: Path; schema: Schema; optional: boolean };

/** Lists every parameter of the schema that `value` contains; of a list, those of its first entry. */
function parametersOf(schema: Schema, value: unknown, path: Path, optional = false): Found[] {
  if (schema instanceof z.ZodOptional) return parametersOf(schema.unwrap(), value, path, true);
  const here: Found = { path, schema, optional };
  if (schema instanceof z.ZodObject) {
    const holder = value as Record<string, unknown> | undefined;
    const parts = Object.entries(schema.shape as Record<string, Schema>).flatMap(([key, part]) =>
      parametersOf(part, holder?.[key], [...path, key]),
    );
    return optional ? [here, ...parts] : parts;
  }
  if (schema instanceof z.ZodUnion) {
    const fits = (schema.options as readonly z.ZodType[]).find(
      (option) => option.safeParse(value).success,
    );
    if (!fits) return [here];
    return parametersOf(fits, value, path, optional);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return [here, ...parametersOf(schema.element, value[0], [...path, 0])];
  }
  return [here];
}

const nameOf = (path: Path) => path.join('.');

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, key) => (held as Record<string, unknown>)[key], value);
}

/** Returns the same rules with another value at a path. The types of the rules cannot express such a path. */
function replaced(path: Path, value: unknown): Rules {
  const copy = structuredClone(everything) as unknown as Record<string, unknown>;
  const holder = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
  return copy as unknown as Rules;
}

/** Returns another value of the same kind; undefined where the schema allows only one. */
function other(schema: Schema, value: unknown): unknown {
  if (schema instanceof z.ZodEnum) return schema.options.find((option) => option !== value);
  if (schema instanceof z.ZodBoolean) return value !== true;
  if (schema instanceof z.ZodNumber) return Number(value) + 1;
  if (schema instanceof z.ZodArray) return [...(value as unknown[]), ...(value as unknown[])];
  if (schema instanceof z.ZodLiteral) return undefined;
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return '2029-02-03';
  return /^\d+$/.test(text)
    ? String(Number(text) + 1)
    : text.replace(/\.00$/, '.07') + (/\.00$/.test(text) ? '' : '9');
}

/**
 * Parameters whose change does not change the guide: ids that rules use to refer to one another, and values without an
 * alternative.
 */
const silent = new Set([
  // The guide shows a question where a situation refers to it; a second copy of the question adds no text.
  'questions',
  'questions.0.id',
  'directions.0.id',
  'fixedAwards.0.id',
  'pool.subPools.0.id',
  // These are the only values: no voucher is transferable, and the ban on affiliates is a rule of its own.
  'voucher.transferable',
  'affiliates.allowed',
  // Its other branch has its own test.
  'stacking.otherSupportAllowed',
  'service.publicNotice',
]);

const tell = (rules: Rules) => JSON.stringify(locales.map((locale) => guideOf(rules, locale)));

describe('the guide describes every parameter of the rules', () => {
  const parameters = parametersOf(rulesSchema, everything, []);
  const whole = tell(everything);

  test('the example uses everything that the schema allows', () => {
    expect(rulesSchema.parse(everything)).toEqual(everything);
    const unsaid = parameters.filter(({ path }) => at(everything, path) === undefined);
    expect(unsaid.map(({ path }) => nameOf(path))).toEqual([]);
    expect(parameters.length).toBeGreaterThan(150);
  });

  test.each(
    parameters
      .filter(({ path }) => !silent.has(nameOf(path)))
      .map((parameter) => [nameOf(parameter.path), parameter] as const),
  )('%s', (_name, { path, schema, optional }) => {
    const changed = other(schema, at(everything, path));
    const alternatives = [
      ...(optional ? [replaced(path, undefined)] : []),
      ...(changed === undefined || schema instanceof z.ZodObject ? [] : [replaced(path, changed)]),
    ];
    expect(alternatives.length).toBeGreaterThan(0);
    for (const rules of alternatives) expect(tell(rules)).not.toBe(whole);
  });
});

test('a programme of another unit says at which price it is settled, and what its limits are worth', () => {
  const texts = (locale: 'zh-CN' | 'en') => JSON.stringify(guideOf(everything, locale));
  expect(texts('zh-CN')).toContain('算力券以卡时计，按核定单价每卡时 6 元结算。');
  expect(texts('en')).toContain(
    'The voucher counts card-hours and is settled at the approved price of ¥6 per card-hour.',
  );
  expect(texts('zh-CN')).toContain('700.00 卡时（¥4,200.00）');
  expect(texts('en')).toContain('800.00 card-hours (¥4,800.00)');
  // A part of the budget is money.
  expect(texts('en')).toContain('¥100.00');
  expect(texts('en')).not.toContain('100.00 card-hours');
});

test('a programme without a public notice says so instead of its days', () => {
  const { service } = everything;
  const told = tell({ ...everything, service: { ...service, publicNotice: 'none' } });
  expect(told).toContain('不公示');
  expect(told).not.toContain('5 个自然日');
  expect(tell(everything)).toContain('5 个自然日');
});

test('a programme without applications says whether its lists are on public notice, and promises no review', () => {
  const { service } = everything;
  const automatic = { ...everything, mode: 'automatic' as const };
  expect(tell(automatic)).toContain('名单经两人复核后公示');
  expect(tell(automatic)).toContain('5 个自然日');
  expect(tell(automatic)).not.toContain('自不予通过之日起');
  const none = tell({ ...automatic, service: { ...service, publicNotice: 'none' } });
  expect(none).toContain('名单经两人复核后即发放');
  expect(none).not.toContain('名单经两人复核后公示');
});

test('both branches of the rule on other support are described', () => {
  const none = (scope: 'contract' | 'applicant'): Rules => ({
    ...everything,
    stacking: { clause: '10', otherSupportAllowed: false, scope },
  });
  expect(new Set([tell(none('contract')), tell(none('applicant')), tell(everything)]).size).toBe(3);
});

test('an article out of force is marked with its date and reason, and only while it is', () => {
  expect(forceMark(everything, '11', '2026-05-15', 'en')).toMatchObject({
    force: 'suspended',
    text: expect.stringContaining('money is short') as string,
  });
  expect(forceMark(everything, '11', '2026-05-15', 'zh-CN')?.text).toContain('2026-05-01');
  expect(forceMark(everything, '11', '2026-06-02', 'en')).toBeUndefined();
  expect(forceMark(everything, '12', '2026-05-15', 'en')).toBeUndefined();
  expect(forceMarks(everything, '2027-01-02', 'en')).toMatchObject([{ force: 'ended' }]);
  expect(forceMarks(everything, '2025-12-31', 'en')).toMatchObject([{ force: 'not_yet' }]);
});

test.each(shippedProgrammes)('$slug: the guide contains no code instead of a word', ({ rules }) => {
  for (const locale of locales) {
    const texts = JSON.stringify(guideOf(rules, locale));
    expect(texts).not.toMatch(/undefined|\b[a-z]+_[a-z_]+\b/);
  }
});

test('the rate that a list shows is one that is in force', () => {
  const suspended: Rules = { ...everything, terms: [{ clause: '6', suspendedFrom: '2026-01-01' }] };
  expect(highestRate(everything, '2026-02-01')).toBe('30');
  expect(highestRate(suspended, '2026-02-01')).toBe('20');
  expect(highestRate(suspended, '2025-12-31')).toBe('30');
});
