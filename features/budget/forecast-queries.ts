import 'server-only';
import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { budgetChanges } from '@/db/schema/budget';
import { programmes, rounds } from '@/db/schema/programmes';
import { sumBalance } from '@/features/ledger/advance-queries';
import { listPoolDays } from '@/features/ledger/pool-queries';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import { cityOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import { burnDown, type Point } from './domain/burn-down';
import { forecast, type Forecast } from './domain/forecast';
import { withFigures, type ProgrammeBudget } from './queries';

/** The amounts of cases that may still be awarded, and how many cases were decided and awarded. */
type Cases = { pendingFen: Fen; decided: number; awarded: number };

const expectedFen = sql`coalesce(${applications.approvedFen}, ${applications.recommendedFen},
  ${applications.assessedFen}, 0)`;
const isPending = sql`${applications.state} in ('submitted', 'accepted', 'returned', 'first_passed',
  'awaiting_funds', 'awaiting_share')`;
const isAwarded = sql`${applications.state} in ('approved', 'issued')`;
const isDecided = sql`${applications.state} in ('approved', 'issued', 'rejected')`;

async function casesOf(tx: Tx, cityId: string, programmeId: string): Promise<Cases> {
  const [row] = await tx
    .select({
      pending: sql<string>`coalesce(sum(${expectedFen}) filter (where ${isPending}), 0)::text`,
      decided: sql<number>`(count(*) filter (where ${isDecided}))::int`,
      awarded: sql<number>`(count(*) filter (where ${isAwarded}))::int`,
    })
    .from(applications)
    .where(and(eq(applications.cityId, cityId), eq(applications.programmeId, programmeId)));
  if (!row) throw new Error('The database gave no sums.');
  return {
    pendingFen: fen(BigInt(row.pending)),
    decided: row.decided,
    awarded: row.awarded,
  };
}

/** Loads the round that is open now; of several, the one that closes last. */
async function openRound({ tx, now }: Reading, programmeId: string) {
  const [round] = await tx
    .select()
    .from(rounds)
    .where(
      and(eq(rounds.programmeId, programmeId), lte(rounds.opensAt, now), gt(rounds.closesAt, now)),
    )
    .orderBy(desc(rounds.closesAt))
    .limit(1);
  return round;
}

async function stepsOf(tx: Tx, poolId: string) {
  const rows = await tx
    .select({
      at: budgetChanges.decidedAt,
      fromFen: budgetChanges.fromFen,
      toFen: budgetChanges.toFen,
    })
    .from(budgetChanges)
    .where(and(eq(budgetChanges.poolId, poolId), eq(budgetChanges.state, 'released')))
    .orderBy(asc(budgetChanges.decidedAt));
  return rows.flatMap(({ at, ...change }) => (at ? [{ ...change, on: shanghaiDate(at) }] : []));
}

export type Outlook = {
  budget: ProgrammeBudget;
  cases: Cases;
  round: { number: number; opensOn: IsoDate; closesOn: IsoDate } | undefined;
  points: Point[];
  /** Undefined while no round is open, or where the working days are not known. */
  forecast: Forecast | undefined;
  /** What vendors hold of the city's money in advance. It is no part of what is committed. */
  inAdvanceFen: Fen;
  asOf: Date;
};

/** Loads one programme of the city: how its budget was used up so far, and how that is expected to continue. */
export function getOutlook(
  actor: Actor<'budget.read'>,
  programmeId: string,
): Promise<Outlook | undefined> {
  return inScope(actor, async (reading) => {
    const { tx, now, calendar } = reading;
    const cityId = cityOf(actor);
    const own = and(eq(programmes.id, programmeId), eq(programmes.cityId, cityId));
    const found = await tx
      .select({ id: programmes.id, slug: programmes.slug })
      .from(programmes)
      .where(own);
    const [budget] = await withFigures(tx, found);
    if (!budget) return undefined;
    const today = shanghaiDate(now);
    const open = await openRound(reading, programmeId);
    const round = open && {
      number: open.number,
      opensOn: shanghaiDate(open.opensAt),
      closesOn: shanghaiDate(open.closesAt),
    };
    const cases = await casesOf(tx, cityId, programmeId);
    const days = await listPoolDays(tx, programmeId);
    const steps = await stepsOf(tx, programmeId);
    const { budgetFen, committedFen, promisedFen } = budget;
    const first = round?.opensOn ?? days[0]?.on ?? today;
    return {
      budget,
      cases,
      round,
      inAdvanceFen: await sumBalance(tx, programmeId),
      points: burnDown({ first, today, budgetFen, days, steps }),
      forecast:
        round &&
        forecast({ calendar, today, round, budgetFen, committedFen, promisedFen, ...cases, days }),
      asOf: now,
    };
  });
}
