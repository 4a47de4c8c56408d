import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { applications } from '@/db/schema/applications';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import type { QueueOrder } from '@/features/rules/domain/vocabulary';

/** A place in the line for money, the first being 1, and what the line is ordered by. */
export type Line = { place: number; order: QueueOrder | 'passed' };

/**
 * Loads the place of a case in the line for money and what the line is ordered by; null if the case does not wait. The order is
 * that of the programme's version in force, which may be later than the case's own.
 */
export async function placeInLine(
  tx: Tx,
  row: typeof applications.$inferSelect,
): Promise<Line | null> {
  if (row.state !== 'awaiting_funds') return null;
  const [found] = await tx
    .select({
      place: sql<number | null>`app.place_in_line(${row.id}::uuid)::int`,
      order: sql<QueueOrder | null>`${programmeVersions.rules} #>> '{pool,queueOrder}'`,
    })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
    .where(eq(programmes.id, row.programmeId));
  if (!found?.place) return null;
  return { place: found.place, order: found.order ?? 'passed' };
}
