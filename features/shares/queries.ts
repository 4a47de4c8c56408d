import 'server-only';
import { and, asc, count, desc, eq, gt, lt, ne, sum, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { programmePools, rounds } from '@/db/schema/programmes';
import { shareLines, shareOuts } from '@/db/schema/shares';
import { roomIn } from '@/features/ledger/pool-queries';
import { programmeTitles } from '@/features/programmes/queries';
import { poolIdOf } from '@/features/reviews/pool-of-case';
import type { Bilingual } from '@/lib/bilingual';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, type Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import { isId } from '@/lib/query';
import type { Refused } from '@/lib/result';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import type { ShareOutState } from './domain/lifecycle';
import { unfinished, type PlanRefusal } from './plan';

/** A pool and the cases of one round that wait for a share of it. */
export type Waiting = {
  programmeId: string;
  roundId: string;
  poolId: string;
  title: Bilingual | undefined;
  round: number;
  /** The sub-pool, if the cases do not draw on the whole pool. */
  part: Bilingual | null;
  cases: number;
  claimedFen: Fen;
  freeFen: Fen;
  /** Why it cannot be shared out yet. */
  bar: Refused<PlanRefusal> | undefined;
  /** The proposal that waits for its release. */
  proposalId: string | undefined;
};

export type ShareOut = {
  id: string;
  programmeId: string;
  title: Bilingual | undefined;
  round: number;
  part: Bilingual | null;
  availableFen: Fen;
  claimedFen: Fen;
  sharedFen: Fen;
  unitFen: Fen;
  state: ShareOutState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
  /** Whether the user proposed it, and so cannot decide on it. */
  mine: boolean;
};

export type ShareLine = {
  applicationId: string;
  reference: string;
  organisation: Named;
  claimFen: Fen;
  shareFen: Fen;
  submittedAt: Date;
};

/** How many rounds with waiting cases are listed. */
const mostRounds = 50;

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

async function waitingRounds(reading: Reading, cityId: string): Promise<Waiting[]> {
  const { tx, now } = reading;
  const rows = await tx
    .select({
      programmeId: applications.programmeId,
      roundId: applications.roundId,
      round: rounds.number,
      poolId: poolIdOf.as('pool_id'),
      cases: count(),
      claimed: sum(applications.approvedFen),
    })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(and(eq(applications.cityId, cityId), eq(applications.state, 'awaiting_share')))
    .groupBy(applications.programmeId, applications.roundId, rounds.number, poolIdOf)
    .orderBy(asc(applications.roundId), asc(poolIdOf))
    .limit(mostRounds);
  const titles = await programmeTitles(
    tx,
    rows.map(({ programmeId }) => programmeId),
  );
  const found: Waiting[] = [];
  for (const { claimed, ...row } of rows) {
    found.push({
      ...row,
      title: titles.get(row.programmeId),
      part: await partOf(tx, row.poolId),
      claimedFen: fen(BigInt(claimed ?? 0)),
      freeFen: await roomIn(tx, row.poolId),
      bar: await unfinished(tx, { cityId, roundId: row.roundId }, now),
      proposalId: await openProposal(tx, row),
    });
  }
  return found;
}

async function partOf(tx: Tx, poolId: string): Promise<Bilingual | null> {
  const [part] = await tx
    .select({ title: programmePools.title })
    .from(programmePools)
    .where(eq(programmePools.id, poolId));
  return part?.title ?? null;
}

async function openProposal(tx: Tx, { roundId, poolId }: Pick<Waiting, 'roundId' | 'poolId'>) {
  const [open] = await tx
    .select({ id: shareOuts.id })
    .from(shareOuts)
    .where(
      and(
        eq(shareOuts.roundId, roundId),
        eq(shareOuts.poolId, poolId),
        eq(shareOuts.state, 'proposed'),
      ),
    );
  return open?.id;
}

/** Loads share-outs of the city, the newest first. */
async function shareOutsOf(
  tx: Tx,
  actor: Actor<'share.read'>,
  fits: SQL | undefined,
): Promise<ShareOut[]> {
  const rows = await tx
    .select({
      row: shareOuts,
      round: rounds.number,
      part: programmePools.title,
      proposedBy: proposer.name,
      decidedBy: decider.name,
    })
    .from(shareOuts)
    .innerJoin(rounds, eq(rounds.id, shareOuts.roundId))
    .leftJoin(programmePools, eq(programmePools.id, shareOuts.poolId))
    .leftJoin(proposer, eq(proposer.id, shareOuts.proposedBy))
    .leftJoin(decider, eq(decider.id, shareOuts.decidedBy))
    .where(and(eq(shareOuts.cityId, cityOf(actor)), fits))
    .orderBy(desc(shareOuts.id))
    .limit(pageSize + 1);
  const titles = await programmeTitles(
    tx,
    rows.map(({ row }) => row.programmeId),
  );
  return rows.map(({ row, round, part, proposedBy, decidedBy }) => ({
    id: row.id,
    programmeId: row.programmeId,
    title: titles.get(row.programmeId),
    round,
    part,
    availableFen: row.availableFen,
    claimedFen: row.claimedFen,
    sharedFen: row.sharedFen,
    unitFen: row.unitFen,
    state: row.state,
    proposedBy: proposedBy ?? '',
    proposedAt: row.proposedAt,
    decidedBy,
    decidedAt: row.decidedAt,
    answer: row.answer,
    mine: row.proposedBy === userOf(actor),
  }));
}

export type ShareDesk = {
  waiting: Waiting[];
  open: ShareOut[];
  decided: ShareOut[];
  nextCursor: string | null;
};

/** Lists the rounds whose cases wait for a share, the proposals that wait for a release, and a page of the decided ones. */
export function getShareDesk(
  actor: Actor<'share.read'>,
  cursor: string | undefined,
): Promise<ShareDesk> {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const before = decodeIdCursor(cursor);
    const decided = await shareOutsOf(
      tx,
      actor,
      and(ne(shareOuts.state, 'proposed'), before ? lt(shareOuts.id, before) : undefined),
    );
    const page = pageOf(decided, pageSize, ({ id }) => [id]);
    return {
      waiting: await waitingRounds(reading, cityOf(actor)),
      open: await shareOutsOf(tx, actor, eq(shareOuts.state, 'proposed')),
      decided: page.rows,
      nextCursor: page.nextCursor,
    };
  });
}

export type ShareOutView = { shareOut: ShareOut; lines: ShareLine[]; nextCursor: string | null };

/** Loads one share-out with a page of its lines; undefined for another city's. */
export function getShareOut(
  actor: Actor<'share.read'>,
  id: string,
  cursor: string | undefined,
): Promise<ShareOutView | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [shareOut] = await shareOutsOf(tx, actor, eq(shareOuts.id, id));
    if (!shareOut) return undefined;
    const after = decodeIdCursor(cursor);
    const rows = await tx
      .select({
        applicationId: shareLines.applicationId,
        reference: applications.reference,
        organisation: { name: organisations.name, nameEn: organisations.nameEn },
        claimFen: shareLines.claimFen,
        shareFen: shareLines.shareFen,
        submittedAt: shareLines.submittedAt,
      })
      .from(shareLines)
      .innerJoin(applications, eq(applications.id, shareLines.applicationId))
      .innerJoin(organisations, eq(organisations.id, shareLines.organisationId))
      .where(
        and(
          eq(shareLines.shareOutId, id),
          eq(shareLines.cityId, cityOf(actor)),
          after ? gt(shareLines.applicationId, after) : undefined,
        ),
      )
      .orderBy(asc(shareLines.applicationId))
      .limit(pageSize + 1);
    const page = pageOf(rows, pageSize, ({ applicationId }) => [applicationId]);
    return {
      shareOut,
      lines: page.rows.map((row) => ({ ...row, reference: row.reference ?? '' })),
      nextCursor: page.nextCursor,
    };
  });
}

/** What an applicant got in the share-out of its round. */
export type OwnShare = Record<'claimFen' | 'shareFen' | 'availableFen' | 'claimedFen', Fen>;

/** Loads the share that one of the organisation's cases got; undefined if its round was not shared out. */
export function getOwnShare(
  actor: Actor<'startup.read'>,
  applicationId: string,
): Promise<OwnShare | undefined> {
  if (!isId(applicationId)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({
        claimFen: shareLines.claimFen,
        shareFen: shareLines.shareFen,
        availableFen: shareOuts.availableFen,
        claimedFen: shareOuts.claimedFen,
      })
      .from(shareLines)
      .innerJoin(shareOuts, eq(shareOuts.id, shareLines.shareOutId))
      .where(
        and(
          eq(shareLines.applicationId, applicationId),
          eq(shareLines.organisationId, organisationOf(actor)),
          eq(shareOuts.state, 'released'),
        ),
      )
      .orderBy(desc(shareOuts.id))
      .limit(1);
    return row;
  });
}
