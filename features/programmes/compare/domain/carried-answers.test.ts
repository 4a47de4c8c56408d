import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { addDays } from '@/lib/dates';
import { ruleFen } from '@/features/rules/domain/sheet';
import { carriedAnswers } from './carried-answers';
import { readAnswer, type CheckCircumstances } from '@/features/programmes/check/domain/check';
import { partsOf, questionsOf } from '@/features/rules/domain/questions';
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

const on = '2026-11-24';
const rulesOf = (slug: string): Rules => {
  const found = shippedProgrammes.find((programme) => programme.slug === slug);
  if (!found) throw new Error(`No programme ${slug}.`);
  return found.rules;
};
const qingyang = rulesOf('qingyang-compute-2024');
const known: CheckCircumstances = { on, poolFen: ruleFen('100000000'), vendors: [] };

const questionNames = (rules: Rules) =>
  questionsOf(rules).flatMap((question) => [...partsOf(question, rules)]);

describe('the carried answers', () => {
  test('are those that were typed, and the amount of a contract is never used as the amount paid', () => {
    const settled: Rules = { ...qingyang, base: { ...qingyang.base, of: 'settled' } };
    const quota: Rules = { ...qingyang, base: { ...qingyang.base, of: 'quota' } };
    const typed = { contractAmount: '1,200,000', applicantType: 'enterprise' };
    expect(carriedAnswers(qingyang, typed)).toEqual(typed);
    for (const rules of [settled, quota]) {
      expect(carriedAnswers(rules, typed)).toEqual({ applicantType: 'enterprise' });
    }
  });

  test('contain no direction that the comparison picked', () => {
    const named = (text: string) => ({ 'zh-CN': text, en: text });
    const rules: Rules = { ...qingyang, directions: [{ id: 'key', title: named('Key') }] };
    expect(questionNames(rules)).toContain('direction');
    expect(carriedAnswers(rules, { contractAmount: '1' })).toEqual({ contractAmount: '1' });
  });

  test('contain no yuan where a programme counts hours', () => {
    const hours: Rules = { ...qingyang, unit: 'cardHour' };
    const typed = { contractAmount: '1000000', need_cardHour: '500', affiliated: 'no' };
    expect(carriedAnswers(hours, typed)).toEqual({ affiliated: 'no' });
  });

  test('contain no empty answer, and none that the programme does not need', () => {
    expect(
      carriedAnswers(qingyang, { contractAmount: '', paidAmount: '5', change: 'yes' }),
    ).toEqual({});
  });
});

const yuan = fc.integer({ min: 1, max: 90_000_000 }).map(String);
const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2023-01-01', days));
const yesNo = fc.constantFrom('yes', 'no');
const typing = fc.record(
  {
    contractFen: yuan,
    paidFen: yuan,
    applicantType: fc.constantFrom(...applicantTypes),
    region: fc.constantFrom('11', '110108', '4403', '440311', '3301', 'elsewhere'),
    registeredOn: day,
    size: fc.constantFrom(...firmSizes),
    sector: fc.constantFrom(...sectors),
    purpose: fc.constantFrom(...purposes),
    chipOrigin: fc.constantFrom(...chipOrigins),
    signedOn: day,
    affiliated: yesNo,
    otherSupport: fc.constant('no'),
    onePerson: yesNo,
    model: fc.constantFrom(...modelStatuses),
    project: fc.constantFrom(...projectRanks),
    need_cardHour: yuan,
  },
  { requiredKeys: [] },
);
const programme = fc.constantFrom(...shippedProgrammes.map(({ rules }) => rules));

describe('for any answers and every programme', () => {
  test('no answer is carried that was not typed so, or that the programme does not need', () => {
    fc.assert(
      fc.property(programme, typing, (rules, answers) => {
        const typed: Record<string, string> = answers;
        const carried = carriedAnswers(rules, typed);
        const names = questionNames(rules);
        for (const [name, text] of Object.entries(carried)) {
          expect(text).toBe(typed[name]);
          expect(names).toContain(name);
        }
        if ((rules.unit ?? 'yuan') !== 'yuan') return;
        const shared = names.filter((name) => typed[name] !== undefined);
        expect(Object.keys(carried).sort()).toEqual(shared.sort());
      }),
    );
  });

  test('carried answers need not be entered again', () => {
    fc.assert(
      fc.property(programme, typing, (rules, typed) => {
        const carried = carriedAnswers(rules, typed);
        for (const question of questionsOf(rules)) {
          const isCarried = partsOf(question, rules).some((part) => carried[part] !== undefined);
          const { state } = readAnswer(question, rules, carried, known);
          expect(state, question).toBe(isCarried ? 'answered' : 'open');
        }
      }),
    );
  });
});
