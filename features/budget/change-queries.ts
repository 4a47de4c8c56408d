import 'server-only';
import { and, desc, eq, lt, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { budgetChanges } from '@/db/schema/budget';
import { users } from '@/db/schema/people';
import { programmePools } from '@/db/schema/programmes';
import type { Bilingual } from '@/lib/bilingual';
import { programmeTitles } from '@/features/programmes/queries';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { BudgetChangeState } from './domain/lifecycle';

export type BudgetChange = {
  id: string;
  programmeId: string;
  poolId: string;
  title: Bilingual | undefined;
  /** The sub-pool, if the change is not for the programme's whole pool. */
  part: Bilingual | null;
  fromFen: Fen;
  toFen: Fen;
  reason: string;
  state: BudgetChangeState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
  /** Whether the user proposed it, and so cannot decide on it. */
  mine: boolean;
};

export type ChangePage = { rows: BudgetChange[]; nextCursor: string | null };

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

/** Lists a page of changes, the newest first. */
async function pageOfChanges(
  tx: Tx,
  actor: Actor<'budget.read'>,
  fits: Parameters<typeof and>[0],
  cursor: string | undefined,
): Promise<ChangePage> {
  const before = decodeIdCursor(cursor);
  const rows = await tx
    .select({
      change: budgetChanges,
      part: programmePools.title,
      proposedBy: proposer.name,
      decidedBy: decider.name,
    })
    .from(budgetChanges)
    .leftJoin(programmePools, eq(programmePools.id, budgetChanges.poolId))
    .leftJoin(proposer, eq(proposer.id, budgetChanges.proposedBy))
    .leftJoin(decider, eq(decider.id, budgetChanges.decidedBy))
    .where(
      and(
        eq(budgetChanges.cityId, cityOf(actor)),
        fits,
        before ? lt(budgetChanges.id, before) : undefined,
      ),
    )
    .orderBy(desc(budgetChanges.id))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, ({ change }) => [change.id]);
  const titles = await programmeTitles(
    tx,
    page.rows.map(({ change }) => change.programmeId),
  );
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ change, part, proposedBy, decidedBy }) => ({
      id: change.id,
      programmeId: change.programmeId,
      poolId: change.poolId,
      title: titles.get(change.programmeId),
      part,
      fromFen: change.fromFen,
      toFen: change.toFen,
      reason: change.reason,
      state: change.state,
      proposedBy: proposedBy ?? '',
      proposedAt: change.proposedAt,
      decidedBy,
      decidedAt: change.decidedAt,
      answer: change.answer,
      mine: change.proposedBy === userOf(actor),
    })),
  };
}

/** Lists a page of the city's changes that wait for their release. */
export const listOpenChanges = (
  actor: Actor<'budget.read'>,
  cursor: string | undefined,
): Promise<ChangePage> =>
  inScope(actor, ({ tx }) => pageOfChanges(tx, actor, eq(budgetChanges.state, 'proposed'), cursor));

/**
 * Lists the changes of one programme's budgets: the open ones, at most one for each pool, and a page of the
 * decided ones.
 */
export function listProgrammeChanges(
  actor: Actor<'budget.read'>,
  programmeId: string,
  cursor: string | undefined,
): Promise<{ open: ChangePage; decided: ChangePage }> {
  const own = eq(budgetChanges.programmeId, programmeId);
  return inScope(actor, async ({ tx }) => ({
    open: await pageOfChanges(tx, actor, and(own, eq(budgetChanges.state, 'proposed')), undefined),
    decided: await pageOfChanges(tx, actor, and(own, ne(budgetChanges.state, 'proposed')), cursor),
  }));
}
