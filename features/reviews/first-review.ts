import 'server-only';
import type { CaseRow } from '@/features/applications/case-state';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { decisionOf, lockCase, personName } from './case-steps';

export type FirstRefusal =
  'letter_unprintable' | 'case_unknown' | 'not_assignee' | 'already_decided' | 'state_changed';

/**
 * Locks a case for its first review. Only the assigned reviewer may decide it; for a decided case the refusal names who
 * decided it and when.
 */
export async function lockMine(
  grant: Grant<'case.review' | 'case.refuse'>,
  applicationId: string,
): Promise<Outcome<CaseRow, FirstRefusal>> {
  const row = await lockCase(grant, applicationId);
  if (!row) return refused('case_unknown');
  if (row.state !== 'accepted' && row.firstReviewerId) {
    const decision = await decisionOf(grant.tx, row, 'first');
    if (decision) return refused('already_decided', decision);
  }
  if (row.assigneeId !== userOf(grant.actor)) {
    return refused('not_assignee', { who: await personName(grant.tx, row.assigneeId) });
  }
  return done(row);
}
