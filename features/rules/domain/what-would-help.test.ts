import { describe, expect, test } from 'vitest';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { shenzhenTraining2026 } from '@/demo/programmes/shenzhen-training-2026';
import { fen } from '@/lib/money';
import { assess } from './assess';
import type { Facts } from './facts';
import type { Rules } from './rules';
import { ruleFen } from './sheet';
import { whatWouldHelp } from './what-would-help';

const qingyang = qingyang2024.rules;
const shenzhen = shenzhenTraining2026.rules;

const facts = (more: Partial<Facts> = {}): Facts => ({
  on: '2026-11-23',
  applicantType: 'enterprise',
  registeredOn: '2020-01-01',
  contractFen: ruleFen('1000000'),
  signedOn: '2026-10-01',
  startsOn: '2026-11-01',
  endsOn: '2027-10-31',
  affiliated: false,
  otherSupport: false,
  vendorListed: true,
  chipOrigin: 'domestic',
  purpose: 'training',
  usedFen: fen(0n),
  poolFen: ruleFen('100000000'),
  ...more,
});

function help(rules: Rules, more: Partial<Facts> = {}) {
  const situation = facts(more);
  const result = assess(rules, situation);
  if (result.eligible) throw new Error('Nothing needs help.');
  return whatWouldHelp(rules, situation, result.refusals);
}

describe('one change', () => {
  const signed: Rules = {
    ...qingyang,
    contract: { clause: '4', signedFrom: '2026-09-01', signedTo: '2026-12-31', longestMonths: 12 },
  };
  const firms = (when: object): Rules => ({
    ...qingyang,
    requirements: [{ clause: '3', ...when }],
  });
  const rate = (when: object): Rules => ({
    ...qingyang,
    rates: [{ clause: '5', percent: '30', ...when }],
  });
  const suspended = (term: object): Rules => ({
    ...qingyang,
    terms: [{ clause: qingyang.base.clause, ...term }],
  });
  const table: [string, Rules, Partial<Facts>, object][] = [
    [
      'a larger contract reaches the threshold of a year',
      shenzhen,
      { contractFen: ruleFen('123456.78') },
      { code: 'base', values: { base: ruleFen('500000') }, amountFen: ruleFen('250000') },
    ],
    [
      'a larger contract reaches the least award, in whole yuan',
      qingyang,
      { contractFen: ruleFen('9') },
      { code: 'base', values: { base: ruleFen('16667') }, amountFen: ruleFen('5000.10') },
    ],
    [
      'a contract signed later',
      signed,
      { signedOn: '2026-08-31' },
      { code: 'signedFrom', values: { date: '2026-09-01' }, amountFen: ruleFen('300000') },
    ],
    [
      'a contract signed earlier',
      signed,
      { signedOn: '2027-01-01' },
      { code: 'signedTo', values: { date: '2026-12-31' } },
    ],
    [
      'a contract that ends earlier',
      signed,
      { endsOn: '2028-10-31' },
      { code: 'endsOn', values: { date: '2027-10-31' } },
    ],
    ['domestic chips', firms({ chipOrigin: 'foreign' }), {}, { code: 'chipOrigin' }],
    [
      'a purpose that is supported',
      { ...qingyang, purposes: { clause: '3', allowed: ['tuning', 'inference'] } },
      {},
      { code: 'purpose', values: { value: 'tuning' } },
    ],
    [
      'a firm in the region',
      firms({ regions: ['440311'] }),
      { region: '11' },
      { code: 'region', values: { value: '440311' } },
    ],
    [
      'a registered model',
      firms({ models: ['registered', 'multimodal'] }),
      { model: 'none' },
      { code: 'model', values: { value: 'registered' } },
    ],
    [
      'waiting until the firm is old enough',
      firms({ firmOlderThanMonths: 12 }),
      { registeredOn: '2026-03-01' },
      { code: 'applyFrom', values: { date: '2027-03-01' } },
    ],
    [
      'waiting until the article is in force',
      suspended({ from: '2027-02-01' }),
      {},
      { code: 'applyFrom', values: { date: '2027-02-01' } },
    ],
    ['another vendor', qingyang, { affiliated: true }, { code: 'affiliated' }],
    ['no other support', qingyang, { otherSupport: true }, { code: 'otherSupport' }],
    [
      'a chip for which there is a rate',
      rate({ chipOrigin: 'foreign' }),
      {},
      { code: 'chipOrigin', values: { value: 'foreign' }, amountFen: ruleFen('300000') },
    ],
    [
      'a smaller contract',
      firms({ baseBelowYuan: '500000' }),
      {},
      { code: 'baseBelow', amountFen: ruleFen('149999.99') },
    ],
  ];

  test.each(table)('%s', (_name, rules, situation, expected) => {
    expect(help(rules, situation)).toMatchObject(expected);
  });

  test('a contract outside the period is moved into it', () => {
    const rules: Rules = {
      ...qingyang,
      base: {
        ...qingyang.base,
        proration: { clause: '6', from: '2028-01-01', to: '2028-06-30', dayCount: 'inclusive' },
      },
    };
    expect(help(rules)).toMatchObject({
      code: 'term',
      values: { from: '2028-01-01', to: '2028-06-30' },
    });
  });
});

describe('no suggestion', () => {
  test('if there are two refusals', () => {
    expect(help(qingyang, { affiliated: true, otherSupport: true })).toBeUndefined();
    expect(help(qingyang, { affiliated: true, contractFen: ruleFen('9') })).toBeUndefined();
  });

  test('if no change can help', () => {
    expect(help(qingyang, { poolFen: fen(0n) })).toBeUndefined();
    expect(
      help({ ...qingyang, terms: [{ clause: qingyang.base.clause, suspendedFrom: '2026-01-01' }] }),
    ).toBeUndefined();
    expect(help({ ...qingyang, applicants: { clause: '3', types: ['maker'] } })).toBeUndefined();
  });

  test('for an amount that no contract can reach', () => {
    const rules: Rules = {
      ...qingyang,
      threshold: { clause: '5', yuan: '9000000000', perYear: false },
    };
    expect(help(rules)).toBeUndefined();
  });
});
