import 'server-only';
import { and, eq, gt, inArray, isNull, min, ne, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { awardImports } from '@/db/schema/awards';
import { budgetChanges } from '@/db/schema/budget';
import { verifications } from '@/db/schema/organisations';
import { invitations, memberships } from '@/db/schema/people';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import { bans } from '@/db/schema/bans';
import { capDecisions } from '@/db/schema/caps';
import { claims } from '@/db/schema/claims';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { redemptions } from '@/db/schema/redemptions';
import { objections } from '@/db/schema/reviews';
import { sampleLines, samples } from '@/db/schema/samples';
import { shareOuts } from '@/db/schema/shares';
import { settlementBatches } from '@/db/schema/settlements';
import { voucherChanges } from '@/db/schema/voucher-changes';
import { issueProposals } from '@/db/schema/vouchers';
import { appealsToDecide } from './appeal-turn';
import { getPools } from '@/features/ledger/queries';
import { lastChecksAgreed } from '@/features/ledger/books-queries';
import { shanghaiDate } from '@/lib/dates';
import { sumFen, type Fen } from '@/lib/money';
import { may } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { cityOf, roleOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import { reviewingStates } from './domain/service-clock';
import { openStates } from './domain/stages';
import { dueWithin, mostUrgent, type CaseSummary } from './queries';
import {
  casesInTurn,
  casesToAssign,
  casesToDecide,
  casesToPublish,
  casesToReview,
  casesToTake,
  objectionsToResolve,
} from './turn-queries';

export const waitingKinds = [
  'organisations',
  'toAssign',
  'toTake',
  'myCases',
  'toDecide',
  'toPublish',
  'toResolve',
  'toDecideAppeals',
  'caps',
  'bans',
  'samples',
  'versions',
  'toPropose',
  'toShare',
  'toRelease',
  'shareOuts',
  'awardLists',
  'toVerify',
  'disputed',
  'claims',
  'recoveries',
  'credits',
  'batches',
  'budgetChanges',
  'voucherChanges',
] as const;

/** A kind of work, and how much of it waits for the reader. */
export type Waiting = {
  kind: (typeof waitingKinds)[number];
  n: number;
  /** When the first item is due, and how many working days are left; undefined if this kind has no deadline. */
  due: { at: Date; daysLeft: number; overdue: boolean } | undefined;
  /** Since when the oldest item waits. */
  since: Date | undefined;
  /** The oldest item, where work of a kind has no list and each item a page of its own. */
  first?: string | undefined;
};

/** A few numbers of the city. Those that the reader's role does not need are undefined. */
export type Figures = {
  cases: { open: number; soon: number; overdue: number } | undefined;
  money: Record<'budgetFen' | 'committedFen' | 'promisedFen' | 'leftFen', Fen> | undefined;
  people: { officials: number; invited: number } | undefined;
  /** Whether the ledger's entries explain every balance. */
  proven: boolean | undefined;
};

export type Desk = { waiting: Waiting[]; figures: Figures; urgent: CaseSummary[] };

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
    sql`not exists (select 1 from ${shareOuts} s where s.round_id = ${applications.roundId} and s.state = 'proposed')`,
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
  city_admin: [versions],
  finance: [
    toPropose,
    ofOthers('toRelease', issueProposals),
    ofOthers('shareOuts', shareOuts),
    ofOthers('awardLists', awardImports),
    redemptionsIn('toVerify', 'confirmed'),
    redemptionsIn('disputed', 'disputed'),
    claimsToVerify,
    ofOthers('recoveries', recoveries),
    { ...ofOthers('credits', recoveryCredits), page: recoveryCredits.recoveryId },
    ofOthers('batches', settlementBatches),
    ofOthers('budgetChanges', budgetChanges),
    ofOthers('voucherChanges', voucherChanges),
  ],
};

/**
 * Counts the waiting work of one kind. Row security already limits the count to the city; the condition on the column
 * repeats the limit.
 */
async function ask(reading: Reading, actor: Actor, question: Question): Promise<Waiting> {
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

/** Compares two kinds of work for sorting: earliest deadline first, then those without a deadline by how long they wait. */
const byTerm = (one: Waiting, other: Waiting): number =>
  (one.due?.at.getTime() ?? Infinity) - (other.due?.at.getTime() ?? Infinity) ||
  (one.since?.getTime() ?? Infinity) - (other.since?.getTime() ?? Infinity) ||
  0;

/** The cases that a role sees first: those in which it is the reader's turn. A manager sees all running cases. */
const mine: Partial<Record<Role, (me: string) => SQL | undefined>> = {
  reviewer: (me) => casesInTurn('reviewer', me),
  approver: (me) => casesInTurn('approver', me),
  manager: () => inArray(applications.state, [...reviewingStates]),
};

const counted = (fits: SQL | undefined) => sql<number>`(count(*) filter (where ${fits}))::int`;

async function countCases(reading: Reading, cityId: string): Promise<Figures['cases']> {
  const [cases] = await reading.tx
    .select({
      open: counted(inArray(applications.state, [...openStates])),
      soon: counted(dueWithin('soon', reading)),
      overdue: counted(dueWithin('overdue', reading)),
    })
    .from(applications)
    .where(eq(applications.cityId, cityId));
  return cases;
}

/** Adds up the budgets of all programmes of the city, in fen. */
async function sumBudgets({ tx }: Reading, cityId: string): Promise<Figures['money']> {
  const own = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.cityId, cityId))
    .limit(200);
  const ids = own.map(({ id }) => id);
  const pools = [...(await getPools(tx, ids)).values()];
  return {
    budgetFen: sumFen(pools.map((pool) => pool.budgetFen)),
    committedFen: sumFen(pools.map((pool) => pool.committedFen)),
    promisedFen: sumFen(pools.map((pool) => pool.promisedFen)),
    leftFen: sumFen(pools.map((pool) => pool.leftFen)),
  };
}

async function countPeople({ tx, now }: Reading, cityId: string): Promise<Figures['people']> {
  return {
    officials: await tx.$count(
      memberships,
      and(eq(memberships.cityId, cityId), isNull(memberships.endedAt)),
    ),
    invited: await tx.$count(
      invitations,
      and(
        eq(invitations.cityId, cityId),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    ),
  };
}

async function figuresFor(reading: Reading, role: Role, cityId: string): Promise<Figures> {
  return {
    cases: may('case.read', role) ? await countCases(reading, cityId) : undefined,
    money: may('budget.read', role) ? await sumBudgets(reading, cityId) : undefined,
    people: may('people.manage', role) ? await countPeople(reading, cityId) : undefined,
    proven: may('audit.read', role) ? await lastChecksAgreed(reading.tx, cityId) : undefined,
  };
}

/** Loads the desk of an official: what waits, what is late, and what is due first. */
export function getDesk(actor: Actor<'city.read'>): Promise<Desk> {
  return inScope(actor, async (reading) => {
    const role = roleOf(actor);
    const waiting: Waiting[] = [];
    for (const question of questions[role] ?? []) waiting.push(await ask(reading, actor, question));
    waiting.sort(byTerm);
    const fits = mine[role]?.(userOf(actor));
    return {
      waiting,
      figures: await figuresFor(reading, role, cityOf(actor)),
      urgent: fits ? await mostUrgent(reading, actor, fits, 8) : [],
    };
  });
}
