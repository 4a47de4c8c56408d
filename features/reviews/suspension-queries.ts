import 'server-only';
import { and, eq } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import { stateOfProgramme } from '@/features/applications/programme-state';
import { getVersion } from '@/features/programmes/queries';
import { suspendedSince } from '@/features/rules/domain/in-force';
import type { ClauseTerm } from '@/features/rules/domain/rules';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { isId } from '@/lib/query';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';

/** What was suspended or closed since a case was submitted. */
export type Suspension = {
  submittedOn: IsoDate;
  /** Undefined while the programme is open. */
  programme: { state: 'suspended' | 'closed'; reason: string } | undefined;
  /** Articles of the case's own version that held when it was submitted. */
  articles: ClauseTerm[];
};

/**
 * Loads what was suspended since a case was submitted, so that whoever decides reads that the case goes on under the rules of its
 * day. Returns nothing where nothing was.
 */
export function getSuspension(
  actor: Actor<'case.read'>,
  applicationId: string,
): Promise<Suspension | undefined> {
  if (!isId(applicationId)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx, now }) => {
    const [row] = await tx
      .select({
        programmeId: applications.programmeId,
        versionId: applications.versionId,
        submittedAt: applications.submittedAt,
      })
      .from(applications)
      .where(and(eq(applications.id, applicationId), eq(applications.cityId, cityOf(actor))));
    if (!row?.submittedAt) return undefined;
    const submittedOn = shanghaiDate(row.submittedAt);
    const { state, reason } = await stateOfProgramme(tx, row.programmeId);
    const { rules } = await getVersion(tx, row.versionId);
    const articles = suspendedSince(rules, submittedOn, shanghaiDate(now));
    const programme =
      state === 'suspended' || state === 'closed' ? { state, reason: reason ?? '' } : undefined;
    return programme || articles.length > 0 ? { submittedOn, programme, articles } : undefined;
  });
}
