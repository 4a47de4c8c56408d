import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { issueProposals } from '@/db/schema/vouchers';
import { getPoolsWithParents } from '@/features/ledger/pool-queries';
import type { Named } from '@/lib/organisation-name';
import { zeroFen, type Fen } from '@/lib/money';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { runDown } from '@/features/vouchers/domain/run-down';
import { poolIdOf } from '@/features/reviews/pool-of-case';

export type Issue = {
  /** The id of the proposal, or of the case where there is no proposal yet. */
  id: string;
  applicationId: string;
  reference: string;
  organisation: Named;
  amountFen: Fen;
  /** The amount left for the rows below and for new cases once this row and those above it are issued. */
  leftFen: Fen | null;
};

export type Proposal = Issue & {
  proposedBy: string;
  proposedAt: Date;
  /** Whether the user proposed it, and so cannot release it. */
  mine: boolean;
};

export type DecidedIssue = Issue & {
  state: 'released' | 'declined';
  decidedBy: string;
  decidedAt: Date | null;
  reason: string | null;
};

export type IssueDesk = { approved: Issue[]; proposed: Proposal[]; decided: DecidedIssue[] };

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

async function proposals(tx: Tx, cityId: string, states: ('proposed' | 'released' | 'declined')[]) {
  return tx
    .select({
      id: issueProposals.id,
      applicationId: issueProposals.applicationId,
      poolId: poolIdOf,
      reference: applications.reference,
      organisation: { name: organisations.name, nameEn: organisations.nameEn },
      amountFen: issueProposals.amountFen,
      state: issueProposals.state,
      proposedById: issueProposals.proposedBy,
      proposedBy: proposer.name,
      proposedAt: issueProposals.proposedAt,
      decidedBy: decider.name,
      decidedAt: issueProposals.decidedAt,
      reason: issueProposals.reason,
    })
    .from(issueProposals)
    .innerJoin(applications, eq(applications.id, issueProposals.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(proposer, eq(proposer.id, issueProposals.proposedBy))
    .leftJoin(decider, eq(decider.id, issueProposals.decidedBy))
    .where(and(eq(issueProposals.cityId, cityId), inArray(issueProposals.state, states)))
    .orderBy(desc(issueProposals.id))
    .limit(states.includes('proposed') ? 100 : 10);
}

/** Selects approved cases that are not proposed for issue yet. */
const approved = (tx: Tx, cityId: string) =>
  tx
    .select({
      id: applications.id,
      applicationId: applications.id,
      poolId: poolIdOf,
      reference: applications.reference,
      organisation: { name: organisations.name, nameEn: organisations.nameEn },
      amountFen: applications.approvedFen,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        eq(applications.cityId, cityId),
        eq(applications.state, 'approved'),
        sql`not exists (select 1 from ${issueProposals} p
          where p.application_id = ${applications.id} and p.state = 'proposed')`,
      ),
    )
    .orderBy(asc(applications.id))
    .limit(100);

/** Loads what waits to be proposed and to be released in the city, and what was decided recently. */
export function getIssueDesk(actor: Actor<'issue.read'>): Promise<IssueDesk> {
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const ready = await approved(tx, cityId);
    const open = await proposals(tx, cityId, ['proposed']);
    const decided = await proposals(tx, cityId, ['released', 'declined']);
    // In the order of the page: what is proposed is issued first.
    const promised = [...open, ...ready].map((row) => ({
      ...row,
      amountFen: row.amountFen ?? zeroFen,
    }));
    const pools = await getPoolsWithParents(
      tx,
      promised.map((row) => row.poolId),
    );
    const after = runDown(promised, pools);
    const leftAfter = new Map(promised.map((row, at) => [row.id, after[at] ?? null]));
    const common = (row: (typeof open)[number] | (typeof ready)[number]): Issue => ({
      id: row.id,
      applicationId: row.applicationId,
      reference: row.reference ?? '',
      organisation: row.organisation,
      amountFen: row.amountFen ?? zeroFen,
      leftFen: leftAfter.get(row.id) ?? null,
    });
    return {
      approved: ready.map(common),
      proposed: open.map((row) => ({
        ...common(row),
        proposedBy: row.proposedBy ?? '',
        proposedAt: row.proposedAt,
        mine: row.proposedById === userOf(actor),
      })),
      decided: decided.map((row) => ({
        ...common(row),
        state: row.state === 'declined' ? 'declined' : 'released',
        decidedBy: row.decidedBy ?? '',
        decidedAt: row.decidedAt,
        reason: row.reason,
      })),
    };
  });
}
