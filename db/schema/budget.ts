import { sql } from 'drizzle-orm';
import { check, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  budgetChangeLifecycle,
  type BudgetChangeState,
} from '../../features/budget/domain/lifecycle';
import { fenColumn, id, instant } from './columns';
import { pools } from './ledger';
import { cities, users } from './people';
import { programmes } from './programmes';

/** A proposal to change the budget of a programme's pool or sub-pool; a change needs two people. */
export const budgetChanges = pgTable(
  'budget_changes',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    /**
     * The budget when the change was proposed; the change takes effect only while this is still the
     * budget.
     */
    fromFen: fenColumn('from_fen').notNull(),
    toFen: fenColumn('to_fen').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<BudgetChangeState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
  },
  (t) => [
    check('budget_changes_state_known', sql.raw(budgetChangeLifecycle.check('state'))),
    check(
      'budget_changes_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'budget_changes_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check('budget_changes_amounts', sql`${t.toFen} >= 0 and ${t.toFen} <> ${t.fromFen}`),
    uniqueIndex('budget_changes_one_open')
      .on(t.poolId)
      .where(sql`state = 'proposed'`),
    index('budget_changes_programme').on(t.programmeId, t.id),
    index('budget_changes_city').on(t.cityId, t.state, t.id),
  ],
);

/**
 * Up to which share of its budget a pool's commitments have been warned of: each share is warned of
 * once.
 */
export const budgetWarnings = pgTable(
  'budget_warnings',
  {
    poolId: uuid('pool_id')
      .primaryKey()
      .references(() => pools.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    percent: smallint('percent').$type<0 | 80 | 95>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [check('budget_warnings_percent_known', sql`${t.percent} in (0, 80, 95)`)],
);
