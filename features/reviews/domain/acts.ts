import {
  applicationLifecycle,
  type ApplicationState,
  type ApplicationTransition,
} from '../../applications/domain/lifecycle';
import { may, type Authority, type Permission } from '../../../lib/permissions';

/** What an officer can do to a case. */
export const acts = [
  'take',
  'assign',
  'recommend',
  'correct',
  'refuseFirst',
  'pass',
  'refuseFinal',
] as const;
export type Act = (typeof acts)[number];

/** Why this person may not act, although it is the turn of the person's role. */
export type Bar = 'case_taken' | 'not_assignee' | 'correction_spent' | 'same_person';

export type Permitted = { act: Act; bar: Bar | null };

/** The facts of the case and the officer that decide who may act. */
export type ActContext = {
  state: ApplicationState;
  assigneeId: string | null;
  firstReviewerId: string | null;
  corrected: boolean;
  /** Whether the officer has given a finding on the case, including one that an appeal has set aside. */
  decided: boolean;
  role: Authority;
  userId: string;
};

const transitionOf: Record<Exclude<Act, 'assign'>, ApplicationTransition> = {
  take: 'accept',
  correct: 'return',
  recommend: 'recommend',
  refuseFirst: 'refuseFirst',
  pass: 'pass',
  refuseFinal: 'refuseFinal',
};

const permissionOf: Record<Act, Permission> = {
  take: 'case.take',
  assign: 'case.assign',
  correct: 'case.review',
  recommend: 'case.review',
  refuseFirst: 'case.refuse',
  pass: 'case.decide',
  refuseFinal: 'case.decide',
};

/** States in which the first review is still to be done. */
export const assignableStates = [
  'submitted',
  'returned',
  'accepted',
] as const satisfies readonly ApplicationState[];

export const isAssignable = (state: ApplicationState): boolean =>
  assignableStates.some((assignable) => assignable === state);

function barOf(act: Act, context: ActContext): Bar | null {
  const { assigneeId, firstReviewerId, userId, corrected, decided } = context;
  switch (act) {
    case 'take':
      if (decided) return 'same_person';
      return assigneeId && assigneeId !== userId ? 'case_taken' : null;
    case 'correct':
      if (assigneeId !== userId) return 'not_assignee';
      return corrected ? 'correction_spent' : null;
    case 'recommend':
    case 'refuseFirst':
      return assigneeId === userId ? null : 'not_assignee';
    case 'pass':
    case 'refuseFinal':
      // Four-eyes rule: the first reviewer does not also do the final review, and nobody decides twice.
      return decided || firstReviewerId === userId ? 'same_person' : null;
    case 'assign':
      return null;
  }
}

/**
 * Returns what the officer may do to the case in its present state, in the order of the work. `bar` says why this
 * person may not.
 */
export function actsOn(context: ActContext): Permitted[] {
  const { state, role } = context;
  return acts
    .filter((act) =>
      act === 'assign' ? isAssignable(state) : applicationLifecycle.can(state, transitionOf[act]),
    )
    .filter((act) => may(permissionOf[act], role))
    .map((act) => ({ act, bar: barOf(act, context) }));
}

/** Whose turn it is, if it is not the reader's. */
export type Turn =
  | 'reviewer'
  | 'applicant'
  | 'approver'
  | 'manager'
  | 'public'
  | 'objection'
  | 'appeal'
  | 'finance'
  | 'funds'
  | 'share'
  | 'nobody';

const turns: Record<ApplicationState, Turn> = {
  draft: 'applicant',
  submitted: 'reviewer',
  returned: 'applicant',
  accepted: 'reviewer',
  first_passed: 'approver',
  awaiting_funds: 'funds',
  awaiting_share: 'share',
  final_passed: 'manager',
  publicised: 'public',
  objected: 'objection',
  approved: 'finance',
  issued: 'nobody',
  rejected: 'nobody',
  appealed: 'appeal',
  withdrawn: 'nobody',
  expired: 'nobody',
};

export const turnOf = (state: ApplicationState): Turn => turns[state];

/** Returns whether an officer may resolve an objection: not one who has decided on the case. */
export const mayResolve = (
  decided: { firstReviewerId: string | null; finalReviewerId: string | null },
  userId: string,
): boolean => decided.firstReviewerId !== userId && decided.finalReviewerId !== userId;
