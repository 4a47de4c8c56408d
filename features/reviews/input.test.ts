import { describe, expect, it } from 'vitest';
import { assignCasesInput, recommendInput, refuseInput } from './input';

const applicationId = '01a20aa3-c48b-7a55-8060-1ef0fc113aa4';
const decisions = {
  recommend: [recommendInput, { applicationId, amountFen: '300000', reason: 'Complete.' }],
  refuse: [refuseInput, { applicationId, reason: 'Not eligible.' }],
} as const;

describe('a decision', () => {
  it.each(Object.entries(decisions))('to %s needs the declaration', (_, [input, typed]) => {
    const bare = input.safeParse(typed);
    expect(bare.error?.issues).toMatchObject([
      { code: 'custom', path: ['noConflict'], message: 'must_accept' },
    ]);
    expect(input.safeParse({ ...typed, noConflict: 'yes' }).success).toBe(true);
  });
});

const faultsOf = (result: { error?: { issues: readonly unknown[] } | undefined }) =>
  result.error?.issues ?? [];

describe('a missing choice', () => {
  it('is reported by name', () => {
    expect(faultsOf(assignCasesInput.safeParse({ reviewerId: '' }))).toMatchObject([
      { code: 'custom', path: ['applicationIds'], message: 'nothing_chosen' },
      { code: 'custom', path: ['reviewerId'], message: 'reviewer_missing' },
    ]);
  });

  it('may be one or several', () => {
    const assign = (applicationIds: string | string[]) =>
      assignCasesInput.parse({ applicationIds, reviewerId: applicationId }).applicationIds;
    expect(assign(applicationId)).toEqual([applicationId]);
    expect(assign([applicationId, applicationId])).toHaveLength(2);
  });
});
