import 'server-only';
import { and, eq, isNull, min, ne, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { awardImports, awardRows } from '@/db/schema/awards';
import { budgetChanges } from '@/db/schema/budget';
import { verifications } from '@/db/schema/organisations';
import { programmeVersions } from '@/db/schema/programmes';
import { bans } from '@/db/schema/bans';
import { pauses } from '@/db/schema/pauses';
import { capDecisions } from '@/db/schema/caps';
import { claims } from '@/db/schema/claims';
import { mandates } from '@/db/schema/mandates';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { redemptions } from '@/db/schema/redemptions';
import { objections } from '@/db/schema/reviews';
import { sampleLines, samples } from '@/db/schema/samples';
import { shareOuts } from '@/db/schema/shares';
import { settlementBatches } from '@/db/schema/settlements';
import { voucherChanges } from '@/db/schema/voucher-changes';
import { issueProposals } from '@/db/schema/vouchers';
import { poolIdOf } from './pool-of-case';
import { appealsToDecide } from './appeal-turn';
import { shanghaiDate } from '@/lib/dates';
import { may, type Authority, type Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { cityOf, userOf, type Actor } from '@/server/actor';
import type { Reading } from '@/server/scope';
import {
  casesToAssign,
  casesToDecide,
  casesToPublish,
  casesToReview,
  casesToTake,
  objectionsToResolve,
} from './turn-queries';

type WaitingKind =
  | 'organisations'
  | 'toAssign'
  | 'toTake'
  | 'myCases'
  | 'toDecide'
  | 'toPublish'
  | 'toResolve'
  | 'toDecideAppeals'
  | 'caps'
  | 'bans'
  | 'mandates'
  | 'pauses'
  | 'samples'
  | 'versions'
  | 'toPropose'
  | 'toShare'
  | 'toRelease'
  | 'shareOuts'
  | 'awardLists'
  | 'toVerify'
  | 'disputed'
  | 'claims'
  | 'recoveries'
  | 'credits'
  | 'batches'
  | 'budgetChanges'
  | 'voucherChanges';

/** A kind of work, and how much of it waits for the reader. */
export type Waiting = {
  kind: WaitingKind;
  n: number;
  /** When the first item is due, and how many working days are left; undefined if this kind has no deadline. */
  due: { at: Date; daysLeft: number; overdue: boolean } | undefined;
  /** Since when the oldest item waits. */
  since: Date | undefined;
  /** The oldest item, where work of a kind has no list and each item a page of its own. */
  first?: string | undefined;
};

type Question = {
  kind: Waiting['kind'];
  from: PgTable;
  where: (me: string) => SQL | undefined;
  since: PgColumn | SQL;
  due?: PgColumn;
  /** What page the oldest item is on. */
  page?: PgColumn;
};

/** Returns the count of cases whose service clock runs; the end of the clock is their deadline. */
const clocked = (kind: Waiting['kind'], where: Question['where']): Question => ({
  kind,
  from: applications,
  where,
  since: applications.submittedAt,
  due: applications.dueAt,
});

/** Returns the count of cases that the city has decided. Their clock has stopped, and they wait since the decision. */
const decided = (kind: Waiting['kind'], where: Question['where']): Question => ({
  kind,
  from: applications,
  where,
  since: applications.updatedAt,
});

const unproposed = sql`not exists (select 1 from ${issueProposals} p
  where p.application_id = ${applications.id} and p.state = 'proposed')`;
const toPropose = decided('toPropose', () => and(eq(applications.state, 'approved'), unproposed));
const redemptionsIn = (kind: Waiting['kind'], state: 'confirmed' | 'disputed'): Question => ({
  kind,
  from: redemptions,
  where: () => eq(redemptions.state, state),
  since: redemptions.submittedAt,
});

const claimsToVerify: Question = {
  kind: 'claims',
  from: claims,
  where: () => eq(claims.state, 'submitted'),
  since: claims.submittedAt,
};

const unverified: Question = {
  kind: 'organisations',
  from: verifications,
  where: () => eq(verifications.state, 'requested'),
  since: verifications.requestedAt,
};

/** Counts versions that other people have prepared and proposed. */
const versions: Question = {
  kind: 'versions',
  from: programmeVersions,
  where: (me) =>
    and(
      eq(programmeVersions.state, 'proposed'),
      sql`${programmeVersions.preparedBy} is distinct from ${me}`,
      sql`${programmeVersions.proposedBy} is distinct from ${me}`,
    ),
  since: programmeVersions.proposedAt,
};

/** Counts lists of others that wait for a decision, and those whose public notice has ended with rows to issue. */
const awardLists: Question = {
  kind: 'awardLists',
  from: awardImports,
  where: (me) =>
    and(
      ne(awardImports.proposedBy, me),
      or(
        eq(awardImports.state, 'proposed'),
        and(
          eq(awardImports.state, 'publicised'),
          sql`${awardImports.noticeEndsAt} <= app.now()`,
          sql`exists (select 1 from ${awardRows} r
            where r.import_id = ${awardImports.id} and r.state = 'publicised')`,
        ),
      ),
    ),
  since: sql`coalesce(${awardImports.noticeEndsAt}, ${awardImports.proposedAt})`,
};

type Proposed = PgTable & Record<'state' | 'proposedBy' | 'proposedAt', PgColumn>;

/** Returns the count of what other people have proposed, because nobody may release their own proposal. */
const ofOthers = (kind: Waiting['kind'], from: Proposed): Question => ({
  kind,
  from,
  where: (me) => and(eq(from.state, 'proposed'), ne(from.proposedBy, me)),
  since: from.proposedAt,
});

/** Counts the cases whose round and pool have no proposed share-out yet. */
const toShare = decided('toShare', () =>
  and(
    eq(applications.state, 'awaiting_share'),
    sql`not exists (select 1 from ${shareOuts} s where s.round_id = ${applications.roundId}
      and s.pool_id = ${poolIdOf} and s.state = 'proposed')`,
  ),
);

/** Counts decisions of other officers that were drawn and not checked yet. */
const samplesToCheck: Question = {
  kind: 'samples',
  from: sampleLines,
  where: (me) =>
    and(sampleLines.isDrawn, isNull(sampleLines.outcome), ne(sampleLines.reviewerId, me)),
  since: sql`(select s.drawn_at from ${samples} s where s.id = ${sampleLines.sampleId})`,
  page: sampleLines.sampleId,
};

/**
 * Lists the counts for each role. They leave out what the reader prepared or decided, because other people must handle that.
 */
const questions: Partial<Record<Role, readonly Question[]>> = {
  manager: [
    clocked('toAssign', casesToAssign),
    decided('toPublish', casesToPublish),
    toPropose,
    toShare,
    unverified,
  ],
  reviewer: [clocked('toTake', casesToTake), clocked('myCases', casesToReview), unverified],
  approver: [
    clocked('toDecide', casesToDecide),
    {
      kind: 'toResolve',
      from: objections,
      where: objectionsToResolve,
      since: objections.createdAt,
    },
    {
      kind: 'toDecideAppeals',
      from: appeals,
      where: appealsToDecide,
      since: appeals.filedAt,
      due: appeals.dueAt,
    },
    { ...ofOthers('caps', capDecisions), page: capDecisions.applicationId },
    ofOthers('bans', bans),
    samplesToCheck,
    versions,
  ],
  city_admin: [versions, ofOthers('mandates', mandates)],
  finance: [
    toPropose,
    ofOthers('toRelease', issueProposals),
    ofOthers('shareOuts', shareOuts),
    awardLists,
    redemptionsIn('toVerify', 'confirmed'),
    redemptionsIn('disputed', 'disputed'),
    claimsToVerify,
    ofOthers('recoveries', recoveries),
    { ...ofOthers('credits', recoveryCredits), page: recoveryCredits.recoveryId },
    ofOthers('batches', settlementBatches),
    ofOthers('budgetChanges', budgetChanges),
    ofOthers('voucherChanges', voucherChanges),
    ofOthers('pauses', pauses),
  ],
};

/** What waits for somebody of an agency, by the permission that the mandate must give for it. */
const underMandate: readonly [Permission, readonly Question[]][] = [
  ['case.review', [clocked('toTake', casesToTake), clocked('myCases', casesToReview)]],
  ['organisation.verify', [unverified]],
  ['issue.propose', [toPropose]],
];

/** Returns the counts that the reader's desk shows. */
export const questionsFor = (held: Authority): readonly Question[] =>
  typeof held === 'string'
    ? (questions[held] ?? [])
    : underMandate.flatMap(([needs, asked]) => (may(needs, held) ? asked : []));

/**
 * Counts the waiting work of one kind. Row security already limits the count to the city; the condition on the column
 * repeats the limit.
 */
export async function ask(reading: Reading, actor: Actor, question: Question): Promise<Waiting> {
  const { tx, now, calendar } = reading;
  const { kind, from, where, since, due, page } = question;
  const [row] = await tx
    .select({
      n: sql<number>`count(*)::int`,
      since: sql<Date | null>`min(${since})`.mapWith(applications.submittedAt),
      due: due ? min(due) : sql<null>`null`,
      first: page ? sql<string | null>`(array_agg(${page} order by ${since}))[1]` : sql<null>`null`,
    })
    .from(from)
    .where(and(sql`${from}.city_id = ${cityOf(actor)}`, where(userOf(actor))));
  const at = row?.due instanceof Date ? row.due : undefined;
  const daysLeft = at ? calendar.between(shanghaiDate(now), shanghaiDate(at)) : 0;
  return {
    kind,
    n: row?.n ?? 0,
    since: row?.since instanceof Date ? row.since : undefined,
    due: at && { at, daysLeft, overdue: at < now },
    ...(row?.first ? { first: row.first } : {}),
  };
}
