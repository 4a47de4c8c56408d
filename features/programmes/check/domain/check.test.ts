import { describe, expect, test } from 'vitest';
import { nanning2025 } from '@/demo/programmes/nanning-2025';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { shenzhenTraining2026 } from '@/demo/programmes/shenzhen-training-2026';
import { zeroFen } from '@/lib/money';
import { assess } from '@/features/rules/domain/assess';
import { ruleFen } from '@/features/rules/domain/sheet';
import { factsOfCheck, progressOf, readAnswer, readUsed, type CheckCircumstances } from './check';
import { factNames, facts, questions } from '@/features/rules/domain/declared/questions';
import { partsOf, questionIds, questionsOf } from '@/features/rules/domain/questions';

const vendor = '0195c1f0-0000-7000-8000-000000000001';
const known: CheckCircumstances = {
  on: '2026-11-23',
  poolFen: ruleFen('100000000'),
  vendors: [{ id: vendor }],
};

test('a check contains only questions that the rules use, and never more than seven', () => {
  expect(questionsOf(qingyang2024.rules)).toEqual([
    'applicantType',
    'vendorId',
    'affiliated',
    'otherSupport',
    'contractAmount',
  ]);
  expect(questionsOf(shenzhenTraining2026.rules)).toEqual([
    'applicantType',
    'purpose',
    'registeredOn',
    'vendorId',
    'otherSupport',
    'contractAmount',
    'term',
  ]);
  expect(questionsOf(nanning2025.rules)).toEqual([
    'applicantType',
    'vendorId',
    'affiliated',
    'settledAmount',
    'term',
  ]);
});

describe('answers in the address', () => {
  const rules = shenzhenTraining2026.rules;
  const read = (question: Parameters<typeof readAnswer>[0], typed: Record<string, string>) =>
    readAnswer(question, rules, typed, known);

  test('a missing answer is open, a wrong one has a fault, a right one is normalised', () => {
    expect(read('contractAmount', {})).toEqual({ state: 'open' });
    expect(read('contractAmount', { contractAmount: '' })).toEqual({
      state: 'wrong',
      faults: { contractAmount: 'required' },
    });
    expect(read('contractAmount', { contractAmount: '0' })).toMatchObject({ state: 'wrong' });
    expect(read('contractAmount', { contractAmount: '１，２００，０００ 元' })).toEqual({
      state: 'answered',
      values: { contractAmount: '1200000.00' },
    });
  });

  test('only vendors on the list, or another one', () => {
    expect(read('vendorId', { vendorId: vendor })).toMatchObject({ state: 'answered' });
    expect(read('vendorId', { vendorId: 'other' })).toMatchObject({ state: 'answered' });
    expect(read('vendorId', { vendorId: 'mine' })).toMatchObject({ state: 'wrong' });
  });

  test('dates that cannot be', () => {
    expect(read('registeredOn', { registeredOn: '2026-11-24' })).toMatchObject({
      faults: { registeredOn: 'date_in_future' },
    });
    expect(read('registeredOn', { registeredOn: '2026-02-30' })).toMatchObject({
      faults: { registeredOn: 'date_invalid' },
    });
    expect(read('term', { startsOn: '2026-05-01', endsOn: '2026-04-30' })).toMatchObject({
      faults: { endsOn: 'dates_reversed' },
    });
  });

  test('the amount of other support is needed only after a yes', () => {
    expect(read('otherSupport', { otherSupport: 'no', otherSupportAmount: 'x' })).toEqual({
      state: 'answered',
      values: { otherSupport: 'no' },
    });
    expect(read('otherSupport', { otherSupport: 'yes', otherSupportAmount: '' })).toMatchObject({
      faults: { otherSupportAmount: 'required' },
    });
  });

  test('what was awarded this year may be left out', () => {
    expect(readUsed(undefined)).toEqual({ usedFen: zeroFen });
    expect(readUsed(' ')).toEqual({ usedFen: zeroFen });
    expect(readUsed('5,000')).toEqual({ usedFen: ruleFen('5000') });
    expect(readUsed('-1')).toEqual({ fault: 'money_negative' });
  });
});

/** The questions with a free answer: the others have choices, here or for each of their parts. */
const free = questionIds.filter(
  (id) => !questions[id].choices && !['vendorId', 'own', 'awards'].includes(id),
);

test.each(free)(
  '%s: an answer that the check accepts is one that the rules can read',
  (question) => {
    const { rules } = qingyang2024;
    const typed = partsOf(question, rules).map((part): [string, string] => [
      part,
      /On$/.test(part) ? '2026-06-01' : '12',
    ]);
    const answer = readAnswer(question, rules, Object.fromEntries(typed), known);
    const values = answer.state === 'answered' ? answer.values : {};
    const read = factNames.filter((name) => facts[name].question === question);
    expect(read.filter((name) => facts[name].read(values, rules, undefined) === undefined)).toEqual(
      [],
    );
  },
);

describe('going through', () => {
  const whole = {
    applicantType: 'enterprise',
    vendorId: vendor,
    affiliated: 'no',
    otherSupport: 'no',
    contractAmount: '1000000',
  };

  test('the first question without an answer comes next; later answers are kept', () => {
    const { affiliated, ...rest } = whole;
    expect(affiliated).toBe('no');
    const progress = progressOf(qingyang2024.rules, rest, known);
    expect(progress.open).toEqual({ question: 'affiliated', faults: {} });
    expect(progress.answers).toMatchObject({ contractAmount: '1000000.00' });
  });

  test('a question whose answer is to be changed comes again; the others are kept', () => {
    const progress = progressOf(qingyang2024.rules, { ...whole, change: 'vendorId' }, known);
    expect(progress.open).toEqual({ question: 'vendorId', faults: {} });
    expect(progress.answers).toMatchObject({ vendorId: vendor, contractAmount: '1000000.00' });
    expect(progressOf(qingyang2024.rules, { ...whole, change: 'no' }, known).open).toBeUndefined();
  });

  test('complete answers give the same amount as the rules', () => {
    const { answers, open } = progressOf(qingyang2024.rules, whole, known);
    expect(open).toBeUndefined();
    const result = assess(qingyang2024.rules, factsOfCheck(qingyang2024.rules, answers, known));
    expect(result).toMatchObject({ eligible: true, amountFen: ruleFen('300000') });
  });

  test('both a vendor off the list and a too small amount are reported', () => {
    const typed = { ...whole, vendorId: 'other', contractAmount: '16000' };
    const { answers } = progressOf(qingyang2024.rules, typed, known);
    const result = assess(qingyang2024.rules, factsOfCheck(qingyang2024.rules, answers, known));
    expect(result.eligible ? [] : result.refusals.map(({ code }) => code)).toEqual([
      'vendor_not_listed',
      'below_minimum',
    ]);
  });
});
