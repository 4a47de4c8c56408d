import 'server-only';
import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import { objections, reviews } from '@/db/schema/reviews';
import type { Role } from '@/lib/roles';

/**
 * Conditions on what waits for one person: what their role may do, less what the commands would refuse them because of
 * what they did before. Every list and every count of "mine" is made of these.
 */

/** Cases that a person has given no finding on: nobody is offered a second one, also after an appeal. */
export const undecidedBy = (me: string): SQL => sql`not exists (select 1 from ${reviews} r
  where r.application_id = ${applications.id} and r.reviewer_id = ${me})`;

/** Cases that a reviewer may accept. */
export const casesToTake = (me: string): SQL | undefined =>
  and(
    eq(applications.state, 'submitted'),
    or(isNull(applications.assigneeId), eq(applications.assigneeId, me)),
    undecidedBy(me),
  );

/** Cases whose first review is a reviewer's to make. */
export const casesToReview = (me: string): SQL | undefined =>
  and(eq(applications.state, 'accepted'), eq(applications.assigneeId, me));

/** Cases that an approver may decide. */
export const casesToDecide = (me: string): SQL | undefined =>
  and(
    eq(applications.state, 'first_passed'),
    sql`${applications.firstReviewerId} is distinct from ${me}`,
    undecidedBy(me),
  );

/** New cases that nobody has. */
export const casesToAssign = (): SQL | undefined =>
  and(eq(applications.state, 'submitted'), isNull(applications.assigneeId));

export const casesToPublish = (): SQL | undefined => eq(applications.state, 'final_passed');

/** Cases in which it is this person's turn, by their role; none where the role never has one. */
export function casesInTurn(role: Role, me: string): SQL | undefined {
  switch (role) {
    case 'reviewer':
      return or(casesToTake(me), casesToReview(me));
    case 'approver':
      return casesToDecide(me);
    case 'manager':
      return or(casesToAssign(), casesToPublish());
    default:
      return inArray(applications.id, []);
  }
}

/** Open objections against cases on which this person has decided nothing. */
export const objectionsToResolve = (me: string): SQL | undefined =>
  and(
    eq(objections.state, 'open'),
    sql`exists (select 1 from ${applications} a where a.id = ${objections.applicationId}
      and a.first_reviewer_id is distinct from ${me} and a.final_reviewer_id is distinct from ${me})`,
  );
