import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { shareLines, shareOuts } from '@/db/schema/shares';
import { poolName } from '@/features/budget/pool-names';
import type { CaseRow } from '@/features/applications/case-state';
import { lockPools } from '@/features/ledger/budget-commands';
import { notify } from '@/features/notifications/commands';
import { approveWithoutNotice } from '@/features/reviews/approve-steps';
import { movePromising } from '@/features/reviews/case-steps';
import { formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { shareOutLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { planOf, waitingIn, type Plan, type PlanRefusal, type Pot } from './plan';

type ShareOutRow = typeof shareOuts.$inferSelect;

/** How many lines one statement writes. */
const atOnce = 1_000;

const aboutShare = (row: ShareOutRow) => ({
  subject: { kind: 'share_out' as const, id: row.id },
});

const sums = ({ availableFen, claimedFen, sharedFen }: ShareOutRow) => ({
  availableFen: availableFen.toString(),
  claimedFen: claimedFen.toString(),
  sharedFen: sharedFen.toString(),
});

/** Returns the values that every notification about a share-out contains. */
async function valuesOf(tx: Tx, row: ShareOutRow) {
  const name = await poolName(tx, row.programmeId, row.poolId);
  return {
    pool: name['zh-CN'],
    poolEn: name.en,
    claimed: formatFen(row.claimedFen),
    amount: formatFen(row.sharedFen),
    path: paths.city.share(row.id),
  };
}

/** Locks the cases that wait in a pot, in the order of their ids, and then the pools of their programme. */
async function lockPot(grant: Grant, pot: Pot): Promise<CaseRow[]> {
  const { tx } = grant;
  const rows = await tx
    .select()
    .from(applications)
    .where(waitingIn(pot))
    .orderBy(asc(applications.id))
    .for('update');
  const [any] = rows;
  if (any) await lockPools(tx, pot.cityId, [any.programmeId]);
  return rows;
}

/**
 * Proposes to share out a pool among the waiting cases of a closed round. The proposal keeps every claim and share, so that
 * finance releases what it has seen. The constraint `share_outs_one_open` enforces what `share_open` reports.
 */
export async function proposeShare(
  grant: Grant<'share.propose'>,
  input: z.output<typeof inputs.proposeShareInput>,
): Promise<Outcome<{ id: string }, PlanRefusal | 'share_open'>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const pot = { cityId, ...input };
  const planned = await planOf(tx, pot, await lockPot(grant, pot), now);
  if (!planned.ok) return planned;
  const { lines, programmeId, availableFen, claimedFen, sharedFen, unitFen } = planned.value;
  const [row] = await tx
    .insert(shareOuts)
    .values({
      ...pot,
      programmeId,
      availableFen,
      claimedFen,
      sharedFen,
      unitFen: unitFen as Fen,
      state: shareOutLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!row) throw new Error('The share-out was not written.');
  for (let at = 0; at < lines.length; at += atOnce) {
    await tx.insert(shareLines).values(
      lines.slice(at, at + atOnce).map((line) => ({
        shareOutId: row.id,
        applicationId: line.id,
        cityId,
        organisationId: line.row.organisationId,
        claimFen: line.claimFen,
        shareFen: line.shareFen,
        submittedAt: line.submittedAt,
      })),
    );
  }
  const finance = { cityId, roles: ['finance'] as const, except: userOf(actor) };
  await notify(tx, finance, 'share_proposed', await valuesOf(tx, row));
  await grant.record({
    action: 'share.proposed',
    ...aboutShare(row),
    data: { ...sums(row), cases: lines.length },
  });
  return done({ id: row.id });
}

type DecideRefusal = 'share_unknown' | 'share_decided' | 'same_person';

/** Loads and locks the share-out if this user may decide on it. */
async function findDecidable(
  grant: Grant<'share.release'>,
  shareOutId: string,
  transition: 'release' | 'decline',
): Promise<Outcome<ShareOutRow, DecideRefusal>> {
  const row = await lockInCity(grant, shareOuts, shareOutId);
  if (!row) return refused('share_unknown');
  if (!shareOutLifecycle.can(row.state, transition)) return refused('share_decided');
  if (row.proposedBy === userOf(grant.actor)) return refused('same_person');
  return done(row);
}

/** Writes and records the decision on a share-out, and notifies the managers. A release has no answer. */
async function decide(
  grant: Grant<'share.release'>,
  row: ShareOutRow,
  transition: 'release' | 'decline',
  answer: string | null,
): Promise<Outcome<{ id: string }, 'share_decided'>> {
  const { tx, actor, now } = grant;
  const outcome = transition === 'release' ? 'released' : 'declined';
  const moved = await advance(grant, shareOuts, row, {
    lifecycle: shareOutLifecycle,
    transition,
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutShare(row),
      action: `share.${outcome}`,
      data: { ...sums(row), ...(answer !== null && { answer }) },
    },
  });
  if (!moved.ok) return refused('share_decided');
  const managers = { cityId: row.cityId, roles: ['manager'] as const };
  await notify(tx, managers, `share_${outcome}`, {
    ...(await valuesOf(tx, row)),
    answer: answer ?? '',
  });
  return moved;
}

/** Returns whether a plan gives every case exactly what was proposed for it. */
async function asProposed(tx: Tx, row: ShareOutRow, plan: Plan): Promise<boolean> {
  const lines = await tx.select().from(shareLines).where(eq(shareLines.shareOutId, row.id));
  const proposed = new Map(lines.map((line) => [line.applicationId, line]));
  return (
    lines.length === plan.lines.length &&
    plan.lines.every(({ id, claimFen, shareFen }) => {
      const line = proposed.get(id);
      return line?.claimFen === claimFen && line.shareFen === shareFen;
    })
  );
}

/** Promises one case its share and tells the applicant how it came about. */
async function giveShare(
  grant: Grant<'share.release'>,
  row: ShareOutRow,
  { row: found, claimFen, shareFen }: Plan['lines'][number],
): Promise<Outcome<{ id: string }, 'state_changed' | 'budget_short'>> {
  const moved = await movePromising(grant, found, {
    transition: 'share',
    action: 'application.shared',
    set: { approvedFen: shareFen },
    data: {
      amountFen: shareFen.toString(),
      claimFen: claimFen.toString(),
      availableFen: row.availableFen.toString(),
      claimedFen: row.claimedFen.toString(),
    },
  });
  if (!moved.ok) return moved;
  await approveWithoutNotice(grant, found);
  await notify(
    grant.tx,
    { organisationId: found.organisationId, roles: ['owner', 'member'] },
    'application_shared',
    {
      reference: found.reference ?? '',
      claim: formatFen(claimFen),
      amount: formatFen(shareFen),
      available: formatFen(row.availableFen),
      claimed: formatFen(row.claimedFen),
      path: paths.startup.status(found.id),
    },
  );
  return moved;
}

/**
 * Releases a share-out that another person proposed: every case is promised its share, all in one transaction under the lock
 * of the pool, or none. Rejects it where cases, money or claims have changed since, because then the shares are others.
 */
export async function releaseShare(
  grant: Grant<'share.release'>,
  input: z.output<typeof inputs.releaseShareInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | PlanRefusal | 'share_changed'>> {
  const { tx, now } = grant;
  const found = await findDecidable(grant, input.shareOutId, 'release');
  if (!found.ok) return found;
  const row = found.value;
  const planned = await planOf(tx, row, await lockPot(grant, row), now);
  if (!planned.ok) return planned.code === 'nothing_to_share' ? refused('share_changed') : planned;
  if (!(await asProposed(tx, row, planned.value))) return refused('share_changed');
  for (const line of planned.value.lines) {
    const given = await giveShare(grant, row, line);
    if (!given.ok) return refused('share_changed');
  }
  return decide(grant, row, 'release', null);
}

/** Sends a share-out back. Another one can then be proposed. */
export async function declineShare(
  grant: Grant<'share.release'>,
  input: z.output<typeof inputs.declineShareInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const found = await findDecidable(grant, input.shareOutId, 'decline');
  return found.ok ? decide(grant, found.value, 'decline', input.answer) : found;
}
