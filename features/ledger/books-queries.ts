import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { proofChecks, proofFindings } from '@/db/schema/proof';
import { hasBreaks, listPosted } from './proof-queries';

/** Postings of a transaction that was open when the last check began are looked at again; none stays open so long. */
export const overlapMs = 10 * 60_000;

/** A check that began longer ago is no ground to look at less than everything: the worker may stand still. */
const longestCheckMinutes = 30;

/**
 * Checks whether a city's books differ at this moment. While they do, nothing is issued there. The journals are added up of what
 * was posted since the last check, and of what a check has found to differ; without a check of the last half hour, of everything.
 */
export async function booksDiffer(tx: Tx, cityId: string): Promise<boolean> {
  const [last] = await tx
    .select({ ranAt: proofChecks.ranAt })
    .from(proofChecks)
    .where(
      and(
        eq(proofChecks.cityId, cityId),
        eq(proofChecks.kind, 'recent'),
        sql`${proofChecks.ranAt} > clock_timestamp() - make_interval(mins => ${longestCheckMinutes})`,
      ),
    );
  if (!last) return hasBreaks(tx, cityId);
  const posted = await listPosted(tx, cityId, new Date(last.ranAt.getTime() - overlapMs));
  const found = await tx
    .select({ subject: proofFindings.subject })
    .from(proofFindings)
    .where(
      and(
        eq(proofFindings.cityId, cityId),
        eq(proofFindings.source, 'books'),
        isNull(proofFindings.goneAt),
      ),
    );
  return hasBreaks(tx, cityId, [...posted, ...found.map(({ subject }) => subject)]);
}

/** Checks whether the last checks of a city found nothing, without adding up anything; undefined before the first check. */
export async function lastChecksAgreed(tx: Tx, cityId: string): Promise<boolean | undefined> {
  if ((await tx.$count(proofChecks, eq(proofChecks.cityId, cityId))) === 0) return undefined;
  const open = and(eq(proofFindings.cityId, cityId), isNull(proofFindings.goneAt));
  return (await tx.$count(proofFindings, open)) === 0;
}
