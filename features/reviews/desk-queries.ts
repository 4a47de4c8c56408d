import 'server-only';
import { and, eq, gt, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import { invitations, memberships } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { getPools } from '@/features/ledger/queries';
import { lastChecksAgreed } from '@/features/ledger/books-queries';
import { sumFen, type Fen } from '@/lib/money';
import { may, type Authority } from '@/lib/permissions';
import { authorityOf, cityOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import { reviewingStates } from './domain/service-clock';
import { openStates } from './domain/stages';
import { ask, questionsFor, type Waiting } from './waiting-queries';
import { dueWithin, mostUrgent, type CaseSummary } from './queries';
import { casesInTurn } from './turn-queries';

/** A few numbers of the city. Those that the reader's role does not need are undefined. */
export type Figures = {
  cases: { open: number; soon: number; overdue: number } | undefined;
  money: Record<'budgetFen' | 'committedFen' | 'promisedFen' | 'leftFen', Fen> | undefined;
  people: { officials: number; invited: number } | undefined;
  /** Whether the ledger's entries explain every balance. */
  proven: boolean | undefined;
};

export type Desk = { waiting: Waiting[]; figures: Figures; urgent: CaseSummary[] };

/** Compares two kinds of work for sorting: earliest deadline first, then those without a deadline by how long they wait. */
const byTerm = (one: Waiting, other: Waiting): number =>
  (one.due?.at.getTime() ?? Infinity) - (other.due?.at.getTime() ?? Infinity) ||
  (one.since?.getTime() ?? Infinity) - (other.since?.getTime() ?? Infinity) ||
  0;

/** Returns the condition for the cases that the reader sees first: those in their turn, and for who assigns them all running ones. */
function firstCases(role: Authority, me: string): SQL | undefined {
  if (may('case.assign', role)) return inArray(applications.state, [...reviewingStates]);
  const turns = may('case.take', role) || may('case.decide', role);
  return turns ? casesInTurn(role, me) : undefined;
}

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

async function figuresFor(reading: Reading, role: Authority, cityId: string): Promise<Figures> {
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
    const role = authorityOf(actor);
    const waiting: Waiting[] = [];
    for (const question of questionsFor(role)) waiting.push(await ask(reading, actor, question));
    waiting.sort(byTerm);
    const fits = firstCases(role, userOf(actor));
    return {
      waiting,
      figures: await figuresFor(reading, role, cityOf(actor)),
      urgent: fits ? await mostUrgent(reading, actor, fits, 8) : [],
    };
  });
}
