import 'server-only';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { objections, reviews } from '@/db/schema/reviews';

/**
 * Returns the condition for open appeals that this person may decide: the person has decided nothing in the case, neither a
 * review nor an objection nor an earlier appeal.
 */
export const appealsToDecide = (me: string): SQL | undefined =>
  and(
    eq(appeals.state, 'open'),
    sql`exists (select 1 from ${applications} a where a.id = ${appeals.applicationId}
      and a.first_reviewer_id is distinct from ${me} and a.final_reviewer_id is distinct from ${me})`,
    sql`not exists (select 1 from ${reviews} r
      where r.application_id = ${appeals.applicationId} and r.reviewer_id = ${me})`,
    sql`not exists (select 1 from ${objections} o
      where o.application_id = ${appeals.applicationId} and o.resolved_by = ${me})`,
    sql`not exists (select 1 from ${appeals} earlier
      where earlier.application_id = ${appeals.applicationId} and earlier.decided_by = ${me})`,
  );
