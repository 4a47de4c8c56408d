import 'server-only';
import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { objections, reviews } from '@/db/schema/reviews';
import { listDocuments, type DocumentSummary } from '@/features/documents/queries';
import { roomForCase } from '@/features/reviews/pool-of-case';
import type { Named } from '@/lib/organisation-name';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { evidenceOf, mayDecideAppeal, appealBar } from './domain/appeal';
import type { AppealState } from './domain/lifecycle';
import { appealsToDecide } from '@/features/reviews/appeal-turn';
import { findOwn } from '@/features/applications/view-queries';

type CaseRow = Pick<
  typeof applications.$inferSelect,
  'id' | 'cityId' | 'firstReviewerId' | 'finalReviewerId'
>;

/** Lists the users who have decided anything about a case of the city: reviews, objections, earlier appeals. */
export async function decidersOf(tx: Tx, row: CaseRow): Promise<(string | null)[]> {
  const found = await tx
    .select({ who: reviews.reviewerId })
    .from(reviews)
    .where(and(eq(reviews.applicationId, row.id), eq(reviews.cityId, row.cityId)));
  const resolved = await tx
    .select({ who: objections.resolvedBy })
    .from(objections)
    .where(
      and(
        eq(objections.applicationId, row.id),
        eq(objections.cityId, row.cityId),
        isNotNull(objections.resolvedBy),
      ),
    );
  const decided = await tx
    .select({ who: appeals.decidedBy })
    .from(appeals)
    .where(
      and(
        eq(appeals.applicationId, row.id),
        eq(appeals.cityId, row.cityId),
        isNotNull(appeals.decidedBy),
      ),
    );
  const others = [...found, ...resolved, ...decided].map(({ who }) => who);
  return [row.firstReviewerId, row.finalReviewerId, ...others];
}

const columns = {
  id: appeals.id,
  reference: appeals.reference,
  state: appeals.state,
  filedAt: appeals.filedAt,
  dueAt: appeals.dueAt,
  decidedAt: appeals.decidedAt,
  organisation: { name: organisations.name, nameEn: organisations.nameEn },
  caseReference: applications.reference,
};

export type AppealSummary = {
  id: string;
  reference: string;
  state: AppealState;
  filedAt: Date;
  dueAt: Date;
  decidedAt: Date | null;
  organisation: Named;
  caseReference: string | null;
};

/**
 * Lists a page of the city's appeals, or of those that the user may decide, the newest first. Also returns the
 * present time, so that the page can show which are overdue.
 */
export function listAppeals(
  actor: Actor<'appeal.read'>,
  cursor: string | undefined,
  mine: boolean,
): Promise<{ rows: AppealSummary[]; nextCursor: string | null; now: Date }> {
  return inScope(actor, async ({ tx, now }) => {
    const before = decodeIdCursor(cursor);
    const rows = await tx
      .select(columns)
      .from(appeals)
      .innerJoin(applications, eq(applications.id, appeals.applicationId))
      .innerJoin(organisations, eq(organisations.id, appeals.organisationId))
      .where(
        and(
          eq(appeals.cityId, cityOf(actor)),
          mine ? appealsToDecide(userOf(actor)) : undefined,
          before ? lt(appeals.id, before) : undefined,
        ),
      )
      .orderBy(desc(appeals.id))
      .limit(pageSize + 1);
    return { ...pageOf(rows, pageSize, (row) => [row.id]), now };
  });
}

export type AppealView = AppealSummary & {
  applicationId: string;
  grounds: string;
  refusedAt: Date;
  refusalReason: string;
  decision: string | null;
  decidedBy: string | null;
  assessedFen: Fen | null;
  /**
   * The amount (fen) that is free in the budget now. A granted appeal promises no money before the case passes the
   * final review again.
   */
  freeFen: Fen;
  /** The files attached to the appeal. */
  evidence: readonly DocumentSummary[];
  /** Whether the user took part in no earlier decision on the case. */
  mayDecide: boolean;
  now: Date;
};

/** Loads one appeal of the city, with the refusal against which it was filed. */
export function getAppeal(
  actor: Actor<'appeal.read'>,
  id: string,
): Promise<AppealView | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({
        ...columns,
        applicationId: appeals.applicationId,
        grounds: appeals.grounds,
        refusedAt: appeals.refusedAt,
        refusalReason: appeals.refusalReason,
        decision: appeals.decision,
        decidedBy: users.name,
        assessedFen: applications.assessedFen,
        row: {
          id: applications.id,
          cityId: applications.cityId,
          firstReviewerId: applications.firstReviewerId,
          finalReviewerId: applications.finalReviewerId,
        },
      })
      .from(appeals)
      .innerJoin(applications, eq(applications.id, appeals.applicationId))
      .innerJoin(organisations, eq(organisations.id, appeals.organisationId))
      .leftJoin(users, eq(users.id, appeals.decidedBy))
      .where(and(eq(appeals.id, id), eq(appeals.cityId, cityOf(actor))));
    if (!found) return undefined;
    const { row, ...rest } = found;
    const documents = await listDocuments(tx, { applicationId: row.id });
    return {
      ...rest,
      evidence: documents.filter(({ requirement }) => requirement === evidenceOf(rest.reference)),
      freeFen: await roomForCase(tx, row.id),
      mayDecide: mayDecideAppeal(await decidersOf(tx, row), userOf(actor)),
      now,
    };
  });
}

/** Loads the last appeal of a case, within the transaction of a query. */
async function lastAppeal(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({
      reference: appeals.reference,
      state: appeals.state,
      filedAt: appeals.filedAt,
      dueAt: appeals.dueAt,
      decision: appeals.decision,
      decidedAt: appeals.decidedAt,
    })
    .from(appeals)
    .where(eq(appeals.applicationId, applicationId))
    .orderBy(desc(appeals.id))
    .limit(1);
  return row ?? null;
}

/** What an applicant sees of the appeals in its own case. */
export type OwnAppeal = {
  /** The state of the case. */
  state: (typeof applications.$inferSelect)['state'];
  /** The last instant for an appeal against a refusal; null if no appeal is possible. */
  appealBy: Date | null;
  /** Whether an appeal may be filed now. */
  appealable: boolean;
  /** The last appeal that was filed. */
  appeal: Awaited<ReturnType<typeof lastAppeal>>;
};

/** Loads what a start-up sees of the appeals in its own case. Returns undefined if it has no such case. */
export function getOwnAppeal(
  actor: Actor<'startup.read'>,
  applicationId: string,
): Promise<OwnAppeal | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    const row = await findOwn(tx, actor, applicationId);
    if (!row) return undefined;
    return {
      state: row.state,
      appealBy: row.appealBy,
      appealable: appealBar(row, now) === undefined,
      appeal: await lastAppeal(tx, applicationId),
    };
  });
}
