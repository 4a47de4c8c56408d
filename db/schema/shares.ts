import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { shareOutLifecycle, type ShareOutState } from '../../features/shares/domain/lifecycle';
import { applications } from './applications';
import { fenColumn, id, instant } from './columns';
import { pools } from './ledger';
import { cities, organisations, users } from './people';
import { programmes, rounds } from './programmes';

/** The division of a pool among the passed cases of a round; it needs two people. */
export const shareOuts = pgTable(
  'share_outs',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    /** What the pool could give when this was proposed; a release takes effect only while the result is still the same. */
    availableFen: fenColumn('available_fen').notNull(),
    claimedFen: fenColumn('claimed_fen').notNull(),
    sharedFen: fenColumn('shared_fen').notNull(),
    /** The unit of every share. */
    unitFen: fenColumn('unit_fen').notNull(),
    state: text('state').$type<ShareOutState>().notNull(),
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
    check('share_outs_state_known', sql.raw(shareOutLifecycle.check('state'))),
    check('share_outs_four_eyes', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'share_outs_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'share_outs_within_pool',
      sql`${t.unitFen} > 0 and ${t.sharedFen} > 0 and ${t.sharedFen} <= ${t.availableFen} and ${t.sharedFen} <= ${t.claimedFen}`,
    ),
    uniqueIndex('share_outs_one_open')
      .on(t.roundId, t.poolId)
      .where(sql`state = 'proposed'`),
    index('share_outs_city').on(t.cityId, t.state, t.id),
    index('share_outs_round').on(t.roundId, t.poolId, t.id),
  ],
);

/** What one case claims and gets in a share-out. A line never changes. */
export const shareLines = pgTable(
  'share_lines',
  {
    shareOutId: uuid('share_out_id')
      .notNull()
      .references(() => shareOuts.id),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    claimFen: fenColumn('claim_fen').notNull(),
    shareFen: fenColumn('share_fen').notNull(),
    /** Settles who gets an odd unit where the remainders are equal. */
    submittedAt: instant('submitted_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'share_lines_pkey', columns: [t.shareOutId, t.applicationId] }),
    check('share_lines_within_claim', sql`${t.shareFen} > 0 and ${t.shareFen} <= ${t.claimFen}`),
    index('share_lines_application').on(t.applicationId),
  ],
);
