import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../../lib/dates';
import { fen } from '../../../lib/money';
import { changeObjection, latestDay } from './objections';

const validTo = endOfDay('2026-08-31');
const now = new Date('2026-06-01T00:00:00Z');
const voucher = { state: 'active', validTo, pausedFrom: null, unusedFen: fen(1n) } as const;

describe('whether a voucher can be revoked or extended', () => {
  it.each([
    ['active with money left', voucher, undefined],
    ['frozen with money left', { ...voucher, state: 'frozen' }, undefined],
    ['used up', { ...voucher, unusedFen: fen(0n) }, 'nothing_left'],
    ['revoked', { ...voucher, state: 'revoked' }, 'already_revoked'],
    ['expired', { ...voucher, state: 'expired' }, 'term_over'],
    ['past its last day, before any sweep', { ...voucher, validTo: now }, 'term_over'],
    [
      'past its last day, and kept by a pause',
      { ...voucher, validTo: now, pausedFrom: new Date('2026-05-01T00:00:00Z') },
      undefined,
    ],
  ] as const)('%s', (_, standing, objection) => {
    expect(changeObjection(standing, now)).toBe(objection);
  });

  it('can be extended by whole months from its last day, where the rules say so', () => {
    expect(latestDay(validTo, undefined)).toBeUndefined();
    expect(latestDay(validTo, 6)).toBe('2027-02-28');
  });
});
