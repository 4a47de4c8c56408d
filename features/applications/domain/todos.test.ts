import { describe, expect, it } from 'vitest';
import { todosOf } from './todos';

const day = (date: string) => new Date(`${date}T02:00:00Z`);
const work = {
  cases: [
    { id: 'draft', actBy: day('2026-12-20'), signOff: null },
    { id: 'signing', actBy: day('2026-12-01'), signOff: 'open' as const },
    { id: 'sent back', actBy: day('2026-12-02'), signOff: 'returned' as const },
    { id: 'with the city', actBy: null, signOff: null },
  ],
  toAnswer: [
    { id: 'new', submittedAt: day('2026-11-25') },
    { id: 'old', submittedAt: day('2026-11-20') },
  ],
  vouchers: [
    { id: 'untouched', status: 'unused', validTo: day('2026-12-10') },
    { id: 'begun', status: 'in_use', validTo: day('2026-12-05') },
    { id: 'past', status: 'expired', validTo: day('2026-11-01') },
  ],
  toCorrect: [{ id: 'claim', dueAt: day('2026-12-03') }],
};
const ids = (owner: boolean) => todosOf(work, owner).map(({ row }) => row.id);

describe('what a start-up has to do', () => {
  it('for an owner, is redemptions to answer, then cases, claims to correct and unspent vouchers by deadline', () => {
    expect(ids(true)).toEqual([
      'old',
      'new',
      'signing',
      'sent back',
      'claim',
      'untouched',
      'draft',
    ]);
  });

  it('for a member, is neither redemptions nor vouchers, and no case that waits for a sign-off', () => {
    expect(ids(false)).toEqual(['sent back', 'claim', 'draft']);
  });

  it('always has a deadline or a day since when it waits', () => {
    for (const todo of todosOf(work, true)) {
      expect(todo.kind === 'answer' ? todo.since : todo.by).toBeInstanceOf(Date);
    }
  });
});
