import { describe, expect, it } from 'vitest';
import { calendar } from '@/lib/testing/calendar';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { shippedProgrammes } from '@/demo/programmes/all';
import {
  refusalCodes,
  type AssessmentRefusal,
  type RefusalCode,
} from '@/features/rules/domain/sheet';
import type { Assessment } from '@/features/rules/domain/assess';
import { fen } from '../../../lib/money';
import { gatesOf } from './preflight';
import { changedSince, filesByRequirement } from './sign-off';
import { warningsOf, type Circumstances } from './warnings';

const { rules, form } = qingyang2024;
const refusal = (code: RefusalCode, values = {}): AssessmentRefusal => ({
  code,
  clause: '4',
  values,
});
const against = (...refusals: AssessmentRefusal[]) =>
  gatesOf(rules, form, { eligible: false, refusals, steps: [] });
const passing: Extract<Assessment, { eligible: true }> = {
  eligible: true,
  amountFen: fen(1n),
  steps: [],
};

describe('the gates before submission', () => {
  it.each(refusalCodes)('show %s at a gate, even if the rules do not check that topic', (code) => {
    for (const programme of shippedProgrammes) {
      const gates = gatesOf(programme.rules, programme.form, {
        eligible: false,
        refusals: [refusal(code, { fact: 'region', flag: 'x' })],
        steps: [],
      });
      const stopped = gates.filter(({ reasons }) => reasons.length > 0);
      expect(stopped).toHaveLength(1);
      expect(stopped[0]?.verdict).toBe(code === 'fact_missing' ? 'unknown' : 'refused');
    }
  });

  it('pass where nothing is refused', () => {
    const gates = gatesOf(rules, form, passing);
    expect(gates.length).toBeGreaterThan(4);
    expect(gates.every(({ verdict }) => verdict === 'passes')).toBe(true);
  });

  it('are unknown while the answers that every rule needs are missing', () => {
    expect(gatesOf(rules, form, undefined).every(({ verdict }) => verdict === 'unknown')).toBe(
      true,
    );
  });

  it.each([
    ['contract_signed_late', 'contract', 'signedOn'],
    ['vendor_not_listed', 'contract', 'vendorId'],
    ['affiliated_vendor', 'contract', 'affiliated'],
    ['below_threshold', 'contract', 'contractAmount'],
  ] as const)('lead from %s to the answer that brings it about', (code, section, field) => {
    const [reason] = against(refusal(code)).flatMap(({ reasons }) => reasons);
    expect(reason?.place).toEqual({ section, field });
  });

  it('have no link where no answer would help', () => {
    const [reason] = against(refusal('programme_ended')).flatMap(({ reasons }) => reasons);
    expect(reason?.place).toBeUndefined();
  });

  it.each(['pool', 'pool_share', 'pool_share_later', 'pool_queue'] as const)(
    'show that %s is a partial pass',
    (code) => {
      const step = { code, clause: '2', values: {}, beforeFen: fen(2n), afterFen: fen(1n) };
      const gates = gatesOf(rules, form, { ...passing, steps: [step] });
      expect(gates.find(({ topic }) => topic === 'pool')?.verdict).toBe('partly');
    },
  );
});

describe('the warnings before submission', () => {
  const now = new Date('2026-06-01T02:00:00Z');
  const calm: Circumstances = {
    answers: { vendorId: 'v', signedOn: '2026-05-20' },
    sameContract: [],
    vendor: { listedOn: '2026-01-10' },
    verified: true,
    closesAt: new Date('2026-09-30T15:59:59Z'),
    calendar,
  };
  const other = { id: 'a', reference: 'QY-2026-000001', running: true };

  it.each([
    ['nothing to say', {}, []],
    ['the same contract in a running case', { sameContract: [other] }, ['contract_running']],
    [
      'the same contract supported before',
      { sameContract: [{ ...other, running: false }] },
      ['contract_had'],
    ],
    ['a vendor that is not listed today', { vendor: undefined }, ['vendor_unlisted']],
    [
      'a vendor listed after the signing',
      { vendor: { listedOn: '2026-05-21' } },
      ['vendor_listed_later'],
    ],
    ['a vendor listed on the day of signing', { vendor: { listedOn: '2026-05-20' } }, []],
    [
      'an organisation that the city has not verified',
      { verified: false },
      ['organisation_unverified'],
    ],
    [
      'a contract signed after its service began',
      { answers: { ...calm.answers, startsOn: '2026-05-19' } },
      ['signed_after_start'],
    ],
    [
      'a contract signed on the day its service begins',
      { answers: { ...calm.answers, startsOn: '2026-05-20' } },
      [],
    ],
    ['three working days left', { closesAt: new Date('2026-06-04T15:59:59Z') }, ['round_closing']],
    ['four working days left', { closesAt: new Date('2026-06-05T15:59:59Z') }, []],
    ['a round that has closed', { closesAt: new Date('2026-06-01T01:59:59Z') }, []],
  ] as const)('%s', (_case, change, codes) => {
    expect(warningsOf({ ...calm, ...change }, now).map(({ code }) => code)).toEqual(codes);
  });
});

describe('what changed since the owner was asked', () => {
  const before = { answers: { a: '1', b: '2' }, files: { licence: ['x'] } };
  it.each([
    ['nothing', before, []],
    ['an answer', { ...before, answers: { a: '1', b: '3' } }, ['b']],
    ['an answer that was not there', { ...before, answers: { ...before.answers, c: '1' } }, ['c']],
    ['an answer taken out', { ...before, answers: { a: '1', b: '' } }, ['b']],
    ['an empty one is none', { ...before, answers: { ...before.answers, c: '' } }, []],
    ['a file replaced', { ...before, files: { licence: ['y'] } }, ['licence']],
    ['a file added', { ...before, files: { licence: ['x'], other: ['z'] } }, ['other']],
    ['a file taken out', { ...before, files: {} }, ['licence']],
  ] as const)('%s', (_case, now, changed) => {
    expect(changedSince(before, now)).toEqual(changed);
  });

  it('ignores the order of files', () => {
    const files = [
      { id: 'b', requirement: 'r' },
      { id: 'a', requirement: 'r' },
    ];
    expect(filesByRequirement(files)).toEqual(filesByRequirement([...files].reverse()));
  });
});
