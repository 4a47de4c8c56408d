import { describe, expect, it } from 'vitest';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { fen } from '@/lib/money';
import { correctedFields } from '@/features/applications/domain/correction';
import { factsOf } from './answers';

const { rules } = qingyang2024;
const circumstances = {
  on: '2026-11-23',
  applicantType: 'institute',
  registeredOn: '2024-01-05',
  vendors: [{ id: 'vendor-1' }],
  usedFen: fen(5n),
  poolFen: fen(7n),
};
const answers = {
  contractAmount: '1200000.00',
  signedOn: '2026-11-01',
  startsOn: '2026-11-10',
  endsOn: '2027-10-31',
  chipOrigin: 'domestic',
  purpose: 'training',
  vendorId: 'vendor-1',
  affiliated: 'no',
  otherSupport: 'yes',
};

describe('facts for the rules', () => {
  it('count the years before that the portal knows of, or more where the applicant had more', () => {
    const rated = { ...rules, consecutiveYears: { clause: '9', most: 3 } };
    const years = (answered: string, yearsBefore?: number) =>
      factsOf(rated, { ...answers, yearsBefore: answered }, { ...circumstances, yearsBefore })
        ?.yearsBefore;
    expect([years('2'), years('2', 0), years('0', 2), years('1', 2)]).toEqual([2, 2, 2, 2]);
  });

  it('come from the answers and from the portal’s own records', () => {
    expect(factsOf(rules, answers, circumstances)).toEqual({
      on: '2026-11-23',
      applicantType: 'institute',
      registeredOn: '2024-01-05',
      contractFen: 120_000_000n,
      signedOn: '2026-11-01',
      startsOn: '2026-11-10',
      endsOn: '2027-10-31',
      affiliated: false,
      otherSupport: true,
      vendorListed: true,
      chipOrigin: 'domestic',
      purpose: 'training',
      usedFen: 5n,
      poolFen: 7n,
    });
  });

  it('are undefined while an answer that every rule needs is missing', () => {
    expect(factsOf(rules, { ...answers, contractAmount: '' }, circumstances)).toBeUndefined();
    expect(factsOf(rules, { ...answers, endsOn: '' }, circumstances)).toBeUndefined();
  });

  it('do not treat an unknown vendor as accredited', () => {
    const facts = factsOf(rules, { ...answers, vendorId: 'vendor-2' }, circumstances);
    expect(facts?.vendorListed).toBe(false);
  });

  it('include the settled amount and the other support', () => {
    const more = { ...answers, settledAmount: '800.00', otherSupportAmount: '50.00' };
    expect(factsOf(rules, more, circumstances)).toMatchObject({
      settledFen: 80_000n,
      otherSupportFen: 5_000n,
    });
  });
});

describe('corrections', () => {
  const requestedAt = new Date('2026-11-20T02:00:00Z');
  const request = { fields: { contractAmount: 'Wrong.', contractFile: 'Unsigned.' }, requestedAt };

  it('are complete when the answer differs or a file was uploaded after the request', () => {
    const old = { requirement: 'contractFile', createdAt: new Date('2026-11-19T02:00:00Z') };
    const fresh = { requirement: 'contractFile', createdAt: new Date('2026-11-21T02:00:00Z') };
    const changed = { ...answers, contractAmount: '1.00' };
    expect(correctedFields(request, answers, answers, [old])).toEqual([]);
    expect(correctedFields(request, answers, changed, [old])).toEqual(['contractAmount']);
    expect(correctedFields(request, answers, changed, [old, fresh])).toEqual([
      'contractAmount',
      'contractFile',
    ]);
  });
});
