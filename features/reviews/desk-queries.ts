import 'server-only';
import { and, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { redemptions } from '@/db/schema/redemptions';
import { objections } from '@/db/schema/reviews';
import { settlementBatches } from '@/db/schema/settlements';
import { issueProposals } from '@/db/schema/vouchers';
import type { Role } from '@/lib/roles';
import { cityOf, roleOf, userOf, type Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/scope';
import { openStates } from './domain/stages';
import { dueWithin, mostUrgent, type CaseSummary } from './queries';

/** A kind of work, and how much of it waits for the reader. */
export type Waiting = {
  kind:
    | 'toTake'
    | 'myCases'
    | 'toDecide'
    | 'toPublish'
    | 'toResolve'
    | 'toPropose'
    | 'toRelease'
    | 'toVerify'
    | 'disputed'
    | 'batches';
  n: number;
};

export type Desk = {
  waiting: Waiting[];
  figures: { open: number; soon: number; overdue: number };
  urgent: CaseSummary[];
};

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

/** What waits for a role, and for the person in it: what they made themselves waits for others. */
const questions: Partial<Record<Role, readonly Question[]>> = {
  manager: [
    cases('toTake', () => eq(applications.state, 'submitted')),
    cases('toPublish', () => eq(applications.state, 'final_passed')),
    toPropose,
    disputed,
  ],
  reviewer: [
    cases('toTake', (me) =>
      and(
        eq(applications.state, 'submitted'),
        or(isNull(applications.assigneeId), eq(applications.assigneeId, me)),
      ),
    ),
    cases('myCases', (me) =>
      and(eq(applications.state, 'accepted'), eq(applications.assigneeId, me)),
    ),
  ],
  approver: [
    cases('toDecide', (me) =>
      and(eq(applications.state, 'first_passed'), ne(applications.firstReviewerId, me)),
    ),
    { kind: 'toResolve', from: objections, where: () => eq(objections.state, 'open') },
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
    ),
  approver: (me) =>
    and(eq(applications.state, 'first_passed'), ne(applications.firstReviewerId, me)),
  manager: () => inArray(applications.state, ['submitted', 'accepted', 'first_passed']),
};

/** What an official finds in the morning: what waits for them, what is late, what is due first. */
export function getDesk(actor: Actor<'city.read'>): Promise<Desk> {
  return inScope(actor, async (reading) => {
    const { tx, now } = reading;
    const role = roleOf(actor);
    const waiting: Waiting[] = [];
    for (const question of questions[role] ?? []) waiting.push(await ask(tx, actor, question));
    const of = (fits: SQL | undefined) => sql<number>`(count(*) filter (where ${fits}))::int`;
    const [figures] = await tx
      .select({
        open: of(inArray(applications.state, [...openStates])),
        soon: of(dueWithin('soon', now)),
        overdue: of(dueWithin('overdue', now)),
      })
      .from(applications)
      .where(eq(applications.cityId, cityOf(actor)));
    const fits = mine[role]?.(userOf(actor));
    return {
      waiting,
      figures: figures ?? { open: 0, soon: 0, overdue: 0 },
      urgent: fits ? await mostUrgent(reading, actor, fits, 8) : [],
    };
  });
}
