import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { advanceCase, type CaseRow, type CaseStep } from '@/features/applications/case-state';
import { bannedUntil } from '@/features/bans/in-force';
import { lockPools } from '@/features/ledger/budget-commands';
import { roomIn } from '@/features/ledger/pool-queries';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { roomForCase } from './pool-of-case';
import { formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { approveWithoutNotice } from './approve-steps';
import { lockCase, movePromising, notifyNext } from './case-steps';

type Change = Omit<CaseStep, 'transition' | 'action'> & { alone: boolean };

/**
 * A passed case: what it waits for if nothing is promised to it yet, or that it is approved already, because its rules ask for no
 * public notice.
 */
export type Passed = { id: string; waits?: 'funds' | 'share'; approved?: true };

/** Returns whether a case of the programme waits for money. If so, later cases must queue behind it. */
async function someWait(tx: Tx, { cityId, programmeId }: CaseRow): Promise<boolean> {
  const [first] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.cityId, cityId),
        eq(applications.programmeId, programmeId),
        eq(applications.state, 'awaiting_funds'),
      ),
    )
    .limit(1);
  return first !== undefined;
}

/** Queues a passed case for money, and notifies the applicant and those who can propose a larger budget. */
async function queueForFunds(
  grant: Grant,
  row: CaseRow,
  amountFen: Fen,
  change: Change,
): Promise<Outcome<{ id: string; waits: 'funds' }, 'state_changed'>> {
  const { tx } = grant;
  const moved = await advanceCase(grant, row, {
    ...change,
    transition: change.alone ? 'queueAlone' : 'queue',
    action: 'application.queued',
  });
  if (!moved.ok) return moved;
  const values = { reference: row.reference ?? '', amount: formatFen(amountFen) };
  const applicant = { organisationId: row.organisationId, roles: ['owner', 'member'] as const };
  await notify(tx, applicant, 'application_waiting', {
    ...values,
    path: paths.startup.status(row.id),
  });
  await notify(tx, { cityId: row.cityId, roles: ['manager'] }, 'case_waiting', {
    ...values,
    free: formatFen(await roomForCase(tx, row.id)),
    path: paths.city.budget(row.programmeId),
  });
  return done({ ...moved.value, waits: 'funds' });
}

/**
 * Lets a passed case wait for the share-out of its round, and notifies the applicant. What was passed is its claim; nothing is
 * promised before the share-out.
 */
async function awaitShare(
  grant: Grant,
  row: CaseRow,
  amountFen: Fen,
  change: Change,
): Promise<Outcome<{ id: string; waits: 'share' }, 'state_changed'>> {
  const moved = await advanceCase(grant, row, {
    ...change,
    transition: change.alone ? 'awaitShareAlone' : 'awaitShare',
    action: 'application.awaits_share',
  });
  if (!moved.ok) return moved;
  await notify(
    grant.tx,
    { organisationId: row.organisationId, roles: ['owner', 'member'] },
    'application_awaits_share',
    {
      reference: row.reference ?? '',
      amount: formatFen(amountFen),
      path: paths.startup.status(row.id),
    },
  );
  return done({ ...moved.value, waits: 'share' });
}

/**
 * Promises the passed amount, or queues the case for money if the programme's rules say so. If other cases already wait,
 * this case does not overtake them. Where the rules share the budget out
 * at one rate, every case waits for the share-out of its round.
 */
export async function passOrQueue(
  grant: Grant,
  row: CaseRow,
  { amountFen, reason, alone }: { amountFen: Fen; reason: string; alone: boolean },
): Promise<Outcome<Passed, 'state_changed' | 'budget_short'>> {
  const { tx, actor, now } = grant;
  const { rules } = await getVersion(tx, row.versionId);
  const queues = rules.pool.exhaustion === 'queue';
  const decider = alone
    ? { recommendedFen: amountFen, firstReviewerId: userOf(actor) }
    : { finalReviewerId: userOf(actor) };
  const change = {
    alone,
    set: {
      ...decider,
      approvedFen: amountFen,
      decidedAt: now,
      decisionReason: reason,
    },
    data: { amountFen: amountFen.toString() },
  };
  if (rules.pool.exhaustion === 'pro_rata') return awaitShare(grant, row, amountFen, change);
  if (queues && (await someWait(tx, row))) return queueForFunds(grant, row, amountFen, change);
  const passing = {
    ...change,
    transition: alone ? 'passAlone' : 'pass',
    action:
      rules.service.publicNotice === 'none' ? 'application.passed_at_once' : 'application.passed',
  } as const;
  const moved = await movePromising(grant, row, passing);
  if (!moved.ok && moved.code === 'budget_short' && queues) {
    return queueForFunds(grant, row, amountFen, change);
  }
  if (!moved.ok) return moved;
  if (await approveWithoutNotice(grant, row)) return done({ ...moved.value, approved: true });
  await notifyNext(grant, row, 'manager', 'case_passed', amountFen);
  return moved;
}

/** How many cases one run of the sweep handles at most. The next run continues from there. */
const sweepSize = 500;

type Place = { id: string; programmeId: string; poolId: string };

/** Lists the city's waiting cases in the order of their programmes' lines (`app.waiting_line`). */
const waitingOf = async (tx: Tx, cityId: string): Promise<Place[]> => [
  ...(await tx.execute<Place>(sql`select application_id as "id", programme_id as "programmeId",
      pool_id as "poolId"
    from app.waiting_line(${cityId}::uuid) order by place_in_line limit ${sweepSize}`)),
];

/**
 * Promises money to waiting cases as soon as the budget has enough, in the order that the programme names, or else in that of
 * passing (sweep). A case for which there is too little blocks those behind it in the same pool, also smaller ones.
 */
export async function fundWaiting(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor } = grant;
  const cityId = cityOf(actor);
  const waiting = await waitingOf(tx, cityId);
  if (waiting.length === 0) return done({ count: 0 });
  await lockPools(tx, cityId, [...new Set(waiting.map(({ programmeId }) => programmeId))]);
  const stopped = new Set<string>();
  let count = 0;
  for (const { id, programmeId, poolId } of waiting) {
    if (stopped.has(programmeId) || stopped.has(poolId)) continue;
    const row = await lockCase(grant, id, { skipLocked: true });
    if (row && row.state !== 'awaiting_funds') continue;
    // A firm that is banned keeps its place and gets nothing meanwhile; those behind it do not wait for the end of its ban.
    if (row && (await isBanned(grant, row))) continue;
    const funded = row && (await fund(grant, row));
    if (funded) {
      count += 1;
      continue;
    }
    const short = row?.approvedFen ?? zeroFen;
    // A case that another transaction works on now keeps its place: no other case overtakes it until the next run.
    stopped.add(!row || (await roomIn(tx, programmeId)) < short ? programmeId : poolId);
  }
  return done({ count });
}

/** Checks whether the rules of a case refuse firms that are banned, and its firm is. */
async function isBanned({ tx, now }: Grant, row: CaseRow): Promise<boolean> {
  const { rules } = await getVersion(tx, row.versionId);
  return (await bannedUntil(tx, rules, row, now)) !== undefined;
}

/** Promises one case its money. Returns false if there is too little. */
async function fund(grant: Grant, row: CaseRow): Promise<boolean> {
  const amountFen = row.approvedFen ?? zeroFen;
  const moved = await movePromising(grant, row, {
    transition: 'fund',
    action: 'application.funded',
    data: { amountFen: amountFen.toString() },
  });
  if (!moved.ok) return false;
  if (await approveWithoutNotice(grant, row)) return true;
  await notify(grant.tx, { cityId: row.cityId, roles: ['manager'] }, 'case_passed', {
    reference: row.reference ?? '',
    amount: formatFen(amountFen),
    path: paths.city.notices(),
  });
  return true;
}
