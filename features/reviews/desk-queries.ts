import 'server-only';
import { and, eq, gt, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { budgetChanges } from '@/db/schema/budget';
import { verifications } from '@/db/schema/organisations';
import { invitations, memberships } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { redemptions } from '@/db/schema/redemptions';
import { objections } from '@/db/schema/reviews';
import { settlementBatches } from '@/db/schema/settlements';
import { issueProposals } from '@/db/schema/vouchers';
import { getPools, isBroken } from '@/features/ledger/queries';
import { sumFen, type Fen } from '@/lib/money';
import { may } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { cityOf, roleOf, userOf, type Actor } from '@/lib/server/actor';
import { inScope, type Reading } from '@/lib/server/scope';
import { openStates } from './domain/stages';
import { dueWithin, mostUrgent, undecidedBy, type CaseSummary } from './queries';

/** A kind of work, and how much of it waits for the reader. */
export type Waiting = {
  kind:
    | 'organisations'
    | 'toTake'
    | 'myCases'
    | 'toDecide'
    | 'toPublish'
    | 'toResolve'
    | 'toDecideAppeals'
    | 'toPropose'
    | 'toRelease'
    | 'toVerify'
    | 'disputed'
    | 'batches'
    | 'budgetChanges';
  n: number;
};

/** A few numbers of the city; those that the reader's role has no business with are absent. */
export type Figures = {
  cases: { open: number; soon: number; overdue: number } | undefined;
  money: Record<'budgetFen' | 'committedFen' | 'promisedFen' | 'leftFen', Fen> | undefined;
  people: { officials: number; invited: number } | undefined;
  /** Whether every balance is explained by its entries. */
  proven: boolean | undefined;
};

export type Desk = { waiting: Waiting[]; figures: Figures; urgent: CaseSummary[] };

type Question = { kind: Waiting['kind']; from: PgTable; where: (me: string) => SQL | undefined };

const cases = (kind: Waiting['kind'], where: Question['where']): Question => ({
  kind,
  from: applications,
  where,
});

const unproposed = sql`not exists (select 1 from ${issueProposals} p
  where p.application_id = ${applications.id} and p.state = 'proposed')`;
const toPropose = cases('toPropose', () => and(eq(applications.state, 'approved'), unproposed));
const disputed: Question = {
  kind: 'disputed',
  from: redemptions,
  where: () => eq(redemptions.state, 'disputed'),
};

const unverified: Question = {
  kind: 'organisations',
  from: verifications,
  where: () => eq(verifications.state, 'requested'),
};

/** What waits for a role, and for the person in it: what they made themselves waits for others. */
const questions: Partial<Record<Role, readonly Question[]>> = {
  manager: [
    cases('toTake', () => eq(applications.state, 'submitted')),
    cases('toPublish', () => eq(applications.state, 'final_passed')),
    toPropose,
    disputed,
    unverified,
  ],
  reviewer: [
    cases('toTake', (me) =>
      and(
        eq(applications.state, 'submitted'),
        or(isNull(applications.assigneeId), eq(applications.assigneeId, me)),
        undecidedBy(me),
      ),
    ),
    cases('myCases', (me) =>
      and(eq(applications.state, 'accepted'), eq(applications.assigneeId, me)),
    ),
    unverified,
  ],
  approver: [
    cases('toDecide', (me) =>
      and(
        eq(applications.state, 'first_passed'),
        ne(applications.firstReviewerId, me),
        undecidedBy(me),
      ),
    ),
    { kind: 'toResolve', from: objections, where: () => eq(objections.state, 'open') },
    { kind: 'toDecideAppeals', from: appeals, where: () => eq(appeals.state, 'open') },
  ],
  finance: [
    toPropose,
    {
      kind: 'toRelease',
      from: issueProposals,
      where: (me) => and(eq(issueProposals.state, 'proposed'), ne(issueProposals.proposedBy, me)),
    },
    { kind: 'toVerify', from: redemptions, where: () => eq(redemptions.state, 'confirmed') },
    disputed,
    {
      kind: 'batches',
      from: settlementBatches,
      where: (me) =>
        and(eq(settlementBatches.state, 'proposed'), ne(settlementBatches.proposedBy, me)),
    },
    {
      kind: 'budgetChanges',
      from: budgetChanges,
      where: (me) => and(eq(budgetChanges.state, 'proposed'), ne(budgetChanges.proposedBy, me)),
    },
  ],
};

/** Row security keeps the count inside the city; the column says so too. */
async function ask(tx: Tx, actor: Actor, question: Question): Promise<Waiting> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(question.from)
    .where(and(sql`${question.from}.city_id = ${cityOf(actor)}`, question.where(userOf(actor))));
  return { kind: question.kind, n: row?.n ?? 0 };
}

const mine: Partial<Record<Role, (me: string) => SQL | undefined>> = {
  reviewer: (me) =>
    and(
      inArray(applications.state, ['submitted', 'accepted']),
      or(isNull(applications.assigneeId), eq(applications.assigneeId, me)),
      undecidedBy(me),
    ),
  approver: (me) =>
    and(
      eq(applications.state, 'first_passed'),
      ne(applications.firstReviewerId, me),
      undecidedBy(me),
    ),
  manager: () => inArray(applications.state, ['submitted', 'accepted', 'first_passed']),
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

/** The budgets of all programmes of the city together. */
async function sumBudgets({ tx }: Reading, cityId: string): Promise<Figures['money']> {
  const own = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.cityId, cityId))
    .limit(200);
  const pools = [
    ...(
      await getPools(
        tx,
        own.map(({ id }) => id),
      )
    ).values(),
  ];
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
    proven: may('audit.read', role) ? !(await isBroken(reading.tx, cityId)) : undefined,
  };
}

/** What an official finds in the morning: what waits for them, what is late, what is due first. */
export function getDesk(actor: Actor<'city.read'>): Promise<Desk> {
  return inScope(actor, async (reading) => {
    const role = roleOf(actor);
    const waiting: Waiting[] = [];
    for (const question of questions[role] ?? []) {
      waiting.push(await ask(reading.tx, actor, question));
    }
    const fits = mine[role]?.(userOf(actor));
    return {
      waiting,
      figures: await figuresFor(reading, role, cityOf(actor)),
      urgent: fits ? await mostUrgent(reading, actor, fits, 8) : [],
    };
  });
}
