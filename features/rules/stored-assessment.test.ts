import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRules, situationFor } from '@/db/testing/situations';
import { shippedProgrammes } from '@/demo/programmes/all';
import { fen } from '@/lib/money';
import { assess, type Assessment } from './domain/assess';
import { readAssessment, writeAssessment } from './stored-assessment';

const throughJson = (assessment: Assessment): unknown =>
  JSON.parse(JSON.stringify(writeAssessment(assessment)));

/** Returns the assessment with the amounts among its text values as text, as reading it from storage does. */
const withTexts = (assessment: Assessment): Assessment => {
  const inTexts = <T extends { values: Readonly<Record<string, unknown>> }>(of: T) => ({
    ...of,
    values: Object.fromEntries(
      Object.entries(of.values).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? value.toString() : value,
      ]),
    ),
  });
  const steps = assessment.steps.map(inTexts);
  return assessment.eligible
    ? { ...assessment, steps }
    : { ...assessment, steps, refusals: assessment.refusals.map(inTexts) };
};

describe('the assessment stored with a submission', () => {
  it('is read as it was written, for any rules and any situation', () => {
    const rules = fc.oneof(fc.constantFrom(...shippedProgrammes.map((one) => one.rules)), anyRules);
    const cases = rules.chain((one) => situationFor(one).map((facts) => [one, facts] as const));
    fc.assert(
      fc.property(cases, ([one, facts]) => {
        const assessment = assess(one, facts);
        expect(readAssessment(throughJson(assessment))).toEqual(withTexts(assessment));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps every part of an award', () => {
    const whole: Assessment = {
      eligible: true,
      amountFen: fen(123_456n),
      steps: [
        {
          code: 'rate',
          clause: '1',
          values: { percent: '30' },
          beforeFen: fen(-1n),
          afterFen: fen(2n),
        },
      ],
      queued: true,
      ceiling: true,
      subPool: 'small',
      funding: [{ 'zh-CN': 'x', en: 'City', fen: fen(123_456n) }],
    };
    expect(throughJson(whole)).toEqual({
      ...whole,
      amountFen: '123456',
      steps: [{ ...whole.steps[0], beforeFen: '-1', afterFen: '2' }],
      funding: [{ zh: 'x', en: 'City', fen: '123456' }],
    });
    expect(readAssessment(throughJson(whole))).toEqual(whole);
  });

  it('is read from rows that were written before some of its parts existed', () => {
    const step = {
      code: 'base',
      clause: '1',
      values: { of: 'paid' },
      beforeFen: '0',
      afterFen: '5',
    };
    expect(readAssessment({ eligible: true, amountFen: '5', steps: [step] })).toEqual({
      eligible: true,
      amountFen: 5n,
      steps: [{ ...step, beforeFen: 0n, afterFen: 5n }],
    });
    const refusal = { code: 'amount_zero', clause: '2', values: {} };
    expect(readAssessment({ eligible: false, refusals: [refusal], steps: [] })).toEqual({
      eligible: false,
      refusals: [refusal],
      steps: [],
    });
  });

  it.each([
    null,
    {},
    'text',
    { eligible: true, amountFen: '1.5', steps: [] },
    { eligible: true, amountFen: 5, steps: [] },
    { eligible: false, refusals: [{ code: 'unheard_of', clause: '1', values: {} }], steps: [] },
  ])('is nothing where it cannot be read: %o', (json) => {
    expect(readAssessment(json)).toBeNull();
  });

  it('is not written if it could not be read back', () => {
    const huge: Assessment = { eligible: true, amountFen: fen(10n ** 17n), steps: [] };
    expect(() => writeAssessment(huge)).toThrow();
  });
});
