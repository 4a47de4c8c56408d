import 'server-only';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { awardImports, awardRows } from '@/db/schema/awards';
import { organisations, users } from '@/db/schema/people';
import { noticeItems, objections } from '@/db/schema/reviews';
import type { Named } from '@/lib/organisation-name';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { mayResolve } from '@/features/reviews/domain/acts';
import { objectionsToResolve } from '@/features/reviews/turn-queries';
import { mayResolveListed } from './domain/may-resolve';

const columns = {
  id: objections.id,
  reference: objections.reference,
  state: objections.state,
  createdAt: objections.createdAt,
  objectorName: objections.objectorName,
  // A firm on a list may not be on the portal yet, so that its name is that of the notice.
  organisation: {
    name: sql<string>`coalesce(${organisations.name}, ${noticeItems.organisationName})`,
    nameEn: sql<string | null>`${organisations.nameEn}`,
  },
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
      .innerJoin(noticeItems, eq(noticeItems.id, objections.noticeItemId))
      .leftJoin(applications, eq(applications.id, objections.applicationId))
      .leftJoin(organisations, eq(organisations.id, applications.organisationId))
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
  amountFen: Fen;
  /** The case that it is about, or the row of a list. */
  about:
    | { kind: 'case'; id: string; reference: string }
    | { kind: 'row'; listId: string; rowId: string; reference: string; line: number };
  /** Whether the user made none of the decisions that it is about. */
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
      amountFen: noticeItems.amountFen,
      case: {
        id: applications.id,
        reference: applications.reference,
        firstReviewerId: applications.firstReviewerId,
        finalReviewerId: applications.finalReviewerId,
      },
      row: { id: awardRows.id, line: awardRows.line },
      list: {
        id: awardImports.id,
        reference: awardImports.reference,
        createdBy: awardImports.createdBy,
        proposedBy: awardImports.proposedBy,
        publishedBy: awardImports.publishedBy,
      },
    })
    .from(objections)
    .innerJoin(noticeItems, eq(noticeItems.id, objections.noticeItemId))
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(awardRows, eq(awardRows.id, objections.awardRowId))
    .leftJoin(awardImports, eq(awardImports.id, awardRows.importId))
    .leftJoin(users, eq(users.id, objections.resolvedBy))
    .where(and(eq(objections.id, id), eq(objections.cityId, cityId)));

/** Loads one objection of the city, with the person who filed it and what it is about. */
export function getObjection(
  actor: Actor<'objection.read'>,
  id: string,
): Promise<ObjectionView | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [row] = await find(tx, id, cityOf(actor));
    if (!row) return undefined;
    const { case: about, row: listed, list, ...rest } = row;
    if (listed && list) {
      return {
        ...rest,
        about: {
          kind: 'row',
          listId: list.id,
          rowId: listed.id,
          reference: list.reference,
          line: listed.line,
        },
        mayResolve: mayResolveListed(list, userOf(actor)),
      };
    }
    if (!about) throw new Error(`The objection ${id} is about nothing.`);
    return {
      ...rest,
      about: { kind: 'case', id: about.id, reference: about.reference ?? '' },
      mayResolve: mayResolve(about, userOf(actor)),
    };
  });
}
