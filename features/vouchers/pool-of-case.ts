import 'server-only';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { findSubPoolId } from '@/features/programmes/pool-queries';

/** The sub-pool that the case's rules named for it when it was last submitted, if they named one. */
export const poolKeyOf: SQL<string | null> = sql<string | null>`(
  select r.assessment ->> 'subPool' from application_revisions r
  where r.application_id = applications.id order by r.number desc limit 1)`;

/** Where the voucher of a case is paid from: that sub-pool, or else the programme's pool. */
export async function poolOfCase(
  tx: Tx,
  { id, programmeId }: { id: string; programmeId: string },
): Promise<string> {
  const [row] = await tx
    .select({ poolKey: poolKeyOf })
    .from(applications)
    .where(eq(applications.id, id));
  const key = row?.poolKey;
  const named = key ? await findSubPoolId(tx, programmeId, key) : undefined;
  return named ?? programmeId;
}
