import 'server-only';
import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { rounds } from '@/db/schema/programmes';
import { shareOuts } from '@/db/schema/shares';
import type { CaseRow } from '@/features/applications/case-state';
import { roomIn } from '@/features/ledger/pool-queries';
import { getVersion } from '@/features/programmes/queries';
import { poolIdOf } from '@/features/reviews/pool-of-case';
import { timeText } from '@/features/reviews/case-steps';
import type { Rules } from '@/features/rules/domain/rules';
import { shareable, shareOut, type Share } from '@/features/rules/domain/share-out';
import { ruleFen } from '@/features/rules/domain/sheet';
import { estimatedMoney, toMoney } from '@/features/rules/domain/unit-price';
import { formatFen, fen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';

/** A pool that is divided among the waiting cases of one round. */
export type Pot = { readonly cityId: string; readonly roundId: string; readonly poolId: string };

/** What a share-out gives, worked out from what stands now. */
export type Plan = {
  programmeId: string;
  availableFen: Fen;
  claimedFen: Fen;
  sharedFen: Fen;
  unitFen: bigint;
  lines: (Share & { row: CaseRow })[];
};

/** Why a round cannot be shared out yet. */
export type PlanRefusal =
  | 'round_open'
  | 'cases_undecided'
  | 'appeals_possible'
  | 'nothing_to_share'
  | 'pool_empty'
  | 'share_too_small';

/** Returns the condition for the cases that wait for a share of this pool. */
export const waitingIn = ({ cityId, roundId, poolId }: Pot): SQL | undefined =>
  and(
    eq(applications.cityId, cityId),
    eq(applications.roundId, roundId),
    eq(applications.state, 'awaiting_share'),
    eq(poolIdOf, poolId),
  );

const undecidedStates = ['submitted', 'returned', 'accepted', 'first_passed', 'appealed'] as const;

/**
 * Returns why the cases of a round do not all stand yet: it is open, a case is not decided, or a refusal can still be appealed
 * against. Undefined if they do. A share-out before that would leave nothing for a case that comes later.
 */
export async function unfinished(tx: Tx, { cityId, roundId }: Omit<Pot, 'poolId'>, now: Date) {
  const [round] = await tx
    .select({ closesAt: rounds.closesAt })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.cityId, cityId)));
  if (!round) return refused('nothing_to_share');
  if (round.closesAt > now) return refused('round_open', { when: await timeText(round.closesAt) });
  const here = and(eq(applications.cityId, cityId), eq(applications.roundId, roundId));
  const undecided = await tx.$count(
    applications,
    and(here, inArray(applications.state, [...undecidedStates])),
  );
  if (undecided > 0) return refused('cases_undecided', { count: undecided });
  const [appealable] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      last: sql<Date | null>`max(${applications.appealBy})`.mapWith(applications.appealBy),
    })
    .from(applications)
    .where(and(here, eq(applications.state, 'rejected'), gt(applications.appealBy, now)));
  if (!appealable?.last) return undefined;
  return refused('appeals_possible', {
    count: appealable.count,
    when: await timeText(appealable.last),
  });
}

/** Loads the sums of the first released share-out of the same round and pool. */
async function firstOf(tx: Tx, { cityId, roundId, poolId }: Pot) {
  const [first] = await tx
    .select({ claimedFen: shareOuts.claimedFen, sharedFen: shareOuts.sharedFen })
    .from(shareOuts)
    .where(
      and(
        eq(shareOuts.cityId, cityId),
        eq(shareOuts.roundId, roundId),
        eq(shareOuts.poolId, poolId),
        eq(shareOuts.state, 'released'),
      ),
    )
    .orderBy(asc(shareOuts.id))
    .limit(1);
  return first;
}

/** Loads the rules of every version that the cases were decided by. */
async function rulesOf(tx: Tx, rows: readonly CaseRow[]): Promise<Map<string, Rules>> {
  const found = new Map<string, Rules>();
  for (const { versionId } of rows) {
    if (!found.has(versionId)) found.set(versionId, (await getVersion(tx, versionId)).rules);
  }
  return found;
}

/** Returns the largest rounding step of the rules, in fen. */
const unitOf = (all: Iterable<Rules>): bigint =>
  [...all].reduce((unit, rules) => {
    const own: bigint = toMoney(rules, fen(BigInt(rules.rounding.unitFen)));
    return own > unit ? own : unit;
  }, 1n);

/** Returns the least share that the rules of a case allow: nothing is given below the minimum of a voucher. */
const leastOf = (rules: Rules | undefined): Fen =>
  rules?.minimumAward?.of === 'voucher'
    ? estimatedMoney(rules, ruleFen(rules.minimumAward.yuan))
    : fen(1n);

/**
 * Works out the share-out of a pool among the waiting cases of a round.
 * @param rows all cases that wait in this pot; a caller that acts on the result has locked them and the pool
 */
export async function planOf(
  tx: Tx,
  pot: Pot,
  rows: readonly CaseRow[],
  now: Date,
): Promise<Outcome<Plan, PlanRefusal>> {
  const [any] = rows;
  if (!any) return refused('nothing_to_share');
  const bar = await unfinished(tx, pot, now);
  if (bar) return bar;
  const claims = rows.map((row) => ({
    id: row.id,
    claimFen: row.approvedFen ?? zeroFen,
    submittedAt: row.submittedAt ?? row.createdAt,
    row,
  }));
  const claimedFen = sumFen(claims.map(({ claimFen }) => claimFen));
  const freeFen = await roomIn(tx, pot.poolId);
  const availableFen = shareable(freeFen, claimedFen, await firstOf(tx, pot));
  if (availableFen <= 0n) return refused('pool_empty');
  const rules = await rulesOf(tx, rows);
  const unitFen = unitOf(rules.values());
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = shareOut(availableFen, claims, unitFen).flatMap((share) => {
    const row = byId.get(share.id);
    return row ? [{ ...share, row }] : [];
  });
  const small = lines.find(({ row, shareFen }) => shareFen < leastOf(rules.get(row.versionId)));
  if (small) {
    return refused('share_too_small', {
      reference: small.row.reference ?? '',
      amount: formatFen(small.shareFen),
      least: formatFen(leastOf(rules.get(small.row.versionId))),
    });
  }
  return done({
    programmeId: any.programmeId,
    availableFen,
    claimedFen,
    sharedFen: sumFen(lines.map(({ shareFen }) => shareFen)),
    unitFen,
    lines,
  });
}
