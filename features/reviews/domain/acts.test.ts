import { describe, expect, it } from 'vitest';
import { actsOn, mayResolve, type ActContext } from './acts';

const context: ActContext = {
  state: 'accepted',
  assigneeId: 'chen',
  firstReviewerId: null,
  corrected: false,
  decided: false,
  role: 'reviewer',
  userId: 'chen',
};
const barsOf = (change: Partial<ActContext>) =>
  Object.fromEntries(actsOn({ ...context, ...change }).map(({ act, bar }) => [act, bar]));

describe('what an officer may do', () => {
  it('lets the assigned reviewer do the whole first review', () => {
    expect(barsOf({})).toEqual({ correct: null, recommend: null, refuseFirst: null });
  });

  it('gives a colleague the reason why not', () => {
    expect(barsOf({ userId: 'zheng' })).toEqual({
      correct: 'not_assignee',
      recommend: 'not_assignee',
      refuseFirst: 'not_assignee',
    });
  });

  it('allows one request for corrections', () => {
    expect(barsOf({ corrected: true })).toMatchObject({
      correct: 'correction_spent',
      recommend: null,
    });
  });

  it('lets any reviewer take an unassigned case, but not a case of a colleague', () => {
    expect(barsOf({ state: 'submitted', assigneeId: null })).toEqual({ take: null });
    expect(barsOf({ state: 'submitted', userId: 'zheng' })).toEqual({ take: 'case_taken' });
  });

  it('does not allow the first reviewer the final review', () => {
    const final = { state: 'first_passed', role: 'approver', firstReviewerId: 'chen' } as const;
    expect(barsOf(final)).toEqual({ pass: 'same_person', refuseFinal: 'same_person' });
    expect(barsOf({ ...final, userId: 'li' })).toEqual({ pass: null, refuseFinal: null });
  });

  it('does not allow a person to decide again after an appeal', () => {
    const reopened = { assigneeId: null, firstReviewerId: null, decided: true } as const;
    expect(barsOf({ ...reopened, state: 'submitted' })).toEqual({ take: 'same_person' });
    const final = { ...reopened, state: 'first_passed', role: 'approver', firstReviewerId: 'li' };
    expect(barsOf(final as Partial<ActContext>)).toEqual({
      pass: 'same_person',
      refuseFinal: 'same_person',
    });
  });

  it('lets managers assign until the first review is done', () => {
    expect(barsOf({ role: 'manager' })).toEqual({ assign: null });
    expect(barsOf({ role: 'manager', state: 'first_passed' })).toEqual({});
  });

  it('allows read-only roles nothing', () => {
    for (const role of ['auditor', 'finance', 'city_admin'] as const) {
      expect(actsOn({ ...context, role })).toEqual([]);
    }
  });
});

it('lets only a person who has not decided on the case resolve an objection', () => {
  const decided = { firstReviewerId: 'chen', finalReviewerId: 'li' };
  expect(['chen', 'li', 'wu'].map((userId) => mayResolve(decided, userId))).toEqual([
    false,
    false,
    true,
  ]);
});
