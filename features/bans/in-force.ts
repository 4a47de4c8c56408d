import 'server-only';
import { and, eq, gte, max } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bans } from '@/db/schema/bans';
import { shanghaiDate, type IsoDate } from '@/lib/dates';

/** Returns the last day of the ban that a firm is under in a city at a moment; undefined if there is none. */
export async function bannedUntil(
  tx: Tx,
  { cityId, organisationId }: { cityId: string; organisationId: string },
  now: Date,
): Promise<IsoDate | undefined> {
  const [row] = await tx
    .select({ until: max(bans.untilOn) })
    .from(bans)
    .where(
      and(
        eq(bans.organisationId, organisationId),
        eq(bans.cityId, cityId),
        eq(bans.state, 'released'),
        gte(bans.untilOn, shanghaiDate(now)),
      ),
    );
  return row?.until ?? undefined;
}
