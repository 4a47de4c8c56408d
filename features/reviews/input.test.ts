import { describe, expect, it } from 'vitest';
import { recommendInput, refuseInput, resolveObjectionInput } from './input';

const applicationId = '01a20aa3-c48b-7a55-8060-1ef0fc113aa4';
const decisions = {
  recommend: [recommendInput, { applicationId, amountFen: '300000', reason: 'Complete.' }],
  refuse: [refuseInput, { applicationId, reason: 'Not eligible.' }],
  resolve: [resolveObjectionInput, { objectionId: applicationId, resolution: 'Unfounded.' }],
} as const;

describe('a decision', () => {
  it.each(Object.entries(decisions))('to %s needs the declaration', (_, [input, typed]) => {
    const bare = input.safeParse(typed);
    expect(bare.error?.issues).toMatchObject([{ path: ['noConflict'], message: 'must_accept' }]);
    expect(input.safeParse({ ...typed, noConflict: 'yes' }).success).toBe(true);
  });
});
