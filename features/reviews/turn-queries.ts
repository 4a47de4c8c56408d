import 'server-only';
import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import { awardImports, awardRows } from '@/db/schema/awards';
import { objections, reviews } from '@/db/schema/reviews';
import { may, type Authority } from '@/lib/permissions';

/**
 * Conditions for what waits for one person: what the person's role may do, without what the commands would refuse because of
 * the person's earlier decisions. Every list and every count of "mine" uses these conditions.
 */

/**
 * Returns the condition for cases without a finding by this person. Nobody may give a second finding, also after an appeal.
 */
export const undecidedBy = (me: string): SQL => sql`not exists (select 1 from ${reviews} r
  where r.application_id = ${applications.id} and r.reviewer_id = ${me})`;

/** Returns the condition for cases that a reviewer may accept. */
export const casesToTake = (me: string): SQL | undefined =>
  and(
    eq(applications.state, 'submitted'),
    or(isNull(applications.assigneeId), eq(applications.assigneeId, me)),
    undecidedBy(me),
  );

/** Returns the condition for cases whose first review this reviewer must do. */
export const casesToReview = (me: string): SQL | undefined =>
  and(eq(applications.state, 'accepted'), eq(applications.assigneeId, me));

/** Returns the condition for cases that an approver may decide. */
export const casesToDecide = (me: string): SQL | undefined =>
  and(
    eq(applications.state, 'first_passed'),
    sql`${applications.firstReviewerId} is distinct from ${me}`,
    undecidedBy(me),
  );

/** Returns the condition for new cases without a reviewer. */
export const casesToAssign = (): SQL | undefined =>
  and(eq(applications.state, 'submitted'), isNull(applications.assigneeId));

export const casesToPublish = (): SQL | undefined => eq(applications.state, 'final_passed');

/** Returns the condition for cases in which it is this person's turn, by what they may do. It matches no case if they never have a turn. */
export function casesInTurn(role: Authority, me: string): SQL | undefined {
  const turns = [
    ...(may('case.take', role) ? [casesToTake(me), casesToReview(me)] : []),
    ...(may('case.decide', role) ? [casesToDecide(me)] : []),
    ...(may('case.assign', role) ? [casesToAssign(), casesToPublish()] : []),
  ];
  return turns.length > 0 ? or(...turns) : inArray(applications.id, []);
}

/**
 * Returns the condition for open objections against cases on which this person has decided nothing, and against rows of lists
 * that others made.
 */
export const objectionsToResolve = (me: string): SQL | undefined =>
  and(
    eq(objections.state, 'open'),
    sql`(exists (select 1 from ${applications} a where a.id = ${objections.applicationId}
        and a.first_reviewer_id is distinct from ${me} and a.final_reviewer_id is distinct from ${me})
      or exists (select 1 from ${awardRows} r join ${awardImports} i on i.id = r.import_id
        where r.id = ${objections.awardRowId} and i.created_by <> ${me}
          and i.proposed_by is distinct from ${me} and i.published_by is distinct from ${me}))`,
  );
