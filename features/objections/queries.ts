import 'server-only';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { objections } from '@/db/schema/reviews';
import type { Named } from '@/lib/organisation-name';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { mayResolve } from '@/features/reviews/domain/acts';
import { objectionsToResolve } from '@/features/reviews/turn-queries';

const columns = {
  id: objections.id,
  reference: objections.reference,
  state: objections.state,
  createdAt: objections.createdAt,
  objectorName: objections.objectorName,
  organisation: { name: organisations.name, nameEn: organisations.nameEn },
};

export type ObjectionSummary = {
  id: string;
  reference: string;
  state: 'open' | 'dismissed' | 'upheld';
  createdAt: Date;
  objectorName: string;
  organisation: Named;
};

/** Lists a page of the city's objections, or of those that the user may resolve, the newest first. */
export function listObjections(
  actor: Actor<'objection.read'>,
  cursor: string | undefined,
  mine: boolean,
): Promise<{ rows: ObjectionSummary[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(cursor);
    const rows = await tx
      .select(columns)
      .from(objections)
      .innerJoin(applications, eq(applications.id, objections.applicationId))
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(
        and(
          eq(objections.cityId, cityOf(actor)),
          mine ? objectionsToResolve(userOf(actor)) : undefined,
          before ? lt(objections.id, before) : undefined,
        ),
      )
      .orderBy(desc(objections.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, (row) => [row.id]);
  });
}

export type ObjectionView = ObjectionSummary & {
  objectorContact: string;
  grounds: string;
  resolution: string | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  applicationId: string;
  caseReference: string;
  approvedFen: Fen | null;
  /** Whether the user has not decided on the case before. */
  mayResolve: boolean;
};

const find = (tx: Tx, id: string, cityId: string) =>
  tx
    .select({
      ...columns,
      objectorContact: objections.objectorContact,
      grounds: objections.grounds,
      resolution: objections.resolution,
      resolvedAt: objections.resolvedAt,
      resolvedBy: users.name,
      applicationId: objections.applicationId,
      caseReference: applications.reference,
      approvedFen: applications.approvedFen,
      firstReviewerId: applications.firstReviewerId,
      finalReviewerId: applications.finalReviewerId,
    })
    .from(objections)
    .innerJoin(applications, eq(applications.id, objections.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(users, eq(users.id, objections.resolvedBy))
    .where(and(eq(objections.id, id), eq(objections.cityId, cityId)));

/** Loads one objection of the city, with the person who filed it and the case that it is about. */
export function getObjection(
  actor: Actor<'objection.read'>,
  id: string,
): Promise<ObjectionView | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [row] = await find(tx, id, cityOf(actor));
    if (!row) return undefined;
    const { firstReviewerId, finalReviewerId, caseReference, ...rest } = row;
    return {
      ...rest,
      caseReference: caseReference ?? '',
      mayResolve: mayResolve({ firstReviewerId, finalReviewerId }, userOf(actor)),
    };
  });
}
