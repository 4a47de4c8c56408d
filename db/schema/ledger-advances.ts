import { sql } from 'drizzle-orm';
import { boolean, check, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { fenColumn, instant } from './columns';
import { ledgerSchema, pools } from './ledger';

/** What a payee of a programme holds of the city's money in advance: its level is decided by two people, its balance moves by entries. */
export const advances = ledgerSchema.table(
  'advances',
  {
    cityId: uuid('city_id').notNull(),
    id: uuid('id')
      .primaryKey()
      .default(sql`uuidv7()`),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => pools.id),
    payeeId: uuid('payee_id').notNull(),
    levelFen: fenColumn('level_fen').notNull(),
    balanceFen: fenColumn('balance_fen')
      .notNull()
      .default(sql`0`),
    /** Whether settlements pay it up to its level; one that has ended is only drawn down. */
    running: boolean('running').notNull().default(true),
  },
  (t) => [
    unique('advances_one_per_payee').on(t.programmeId, t.payeeId),
    check('advances_level_positive', sql`${t.levelFen} > 0`),
    check('advances_not_negative', sql`${t.balanceFen} >= 0`),
    check('advances_within_level', sql`${t.balanceFen} <= ${t.levelFen}`),
    index('advances_city').on(t.cityId, t.id),
    index('advances_payee').on(t.payeeId, t.id),
  ],
);

/** The movements of advances, never changed: paid in and drawn by a settlement, or paid back from outside. */
export const advanceEntries = ledgerSchema.table(
  'advance_entries',
  {
    cityId: uuid('city_id').notNull(),
    id: uuid('id')
      .primaryKey()
      .default(sql`uuidv7()`),
    advanceId: uuid('advance_id')
      .notNull()
      .references(() => advances.id),
    payeeId: uuid('payee_id').notNull(),
    kind: text('kind').$type<'advance' | 'refill' | 'cancel' | 'draw' | 'return'>().notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    /** What it adds to the balance, and to the payment that it belongs to; negative for what is drawn or paid back. */
    signedFen: fenColumn('signed_fen')
      .notNull()
      .generatedAlwaysAs(
        sql`case when kind in ('advance', 'refill') then amount_fen else -amount_fen end`,
      ),
    /** The payment that it belongs to; empty for what was paid back. */
    settlementId: uuid('settlement_id'),
    actorId: uuid('actor_id'),
    clientId: uuid('client_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    unique('advance_entries_one_per_key').on(t.cityId, t.clientId, t.idempotencyKey),
    unique('advance_entries_once').on(t.settlementId, t.advanceId, t.kind),
    check(
      'advance_entries_kind_known',
      sql`${t.kind} in ('advance', 'refill', 'cancel', 'draw', 'return')`,
    ),
    check(
      'advance_entries_amount_positive',
      sql`${t.amountFen} > 0 and ${t.amountFen} <= 1000000000000000`,
    ),
    check('advance_entries_settlement', sql`(${t.kind} = 'return') = (${t.settlementId} is null)`),
    index('advance_entries_advance').on(t.advanceId, t.id),
    index('advance_entries_city').on(t.cityId, t.id),
    index('advance_entries_payee').on(t.payeeId, t.id),
  ],
);

/**
 * Interest on what is clawed back, as it was received or waived. It is no money of a pool and in no settlement: it goes to the
 * treasury. Written once by `ledger.post_interest`, and never changed.
 */
export const interestEntries = ledgerSchema.table(
  'interest_entries',
  {
    id: uuid('id')
      .primaryKey()
      .default(sql`uuidv7()`),
    cityId: uuid('city_id').notNull(),
    kind: text('kind').$type<'received' | 'waived'>().notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    /** The reversal whose debt bore it. */
    ofEntryId: uuid('of_entry_id').notNull(),
    payeeId: uuid('payee_id').notNull(),
    /** The repayment or waiver that two people decided on. */
    creditId: uuid('credit_id').notNull(),
    actorId: uuid('actor_id'),
    at: instant('at').notNull(),
  },
  (t) => [
    unique('interest_entries_once').on(t.creditId),
    check('interest_entries_kind_known', sql`${t.kind} in ('received', 'waived')`),
    check('interest_entries_positive', sql`${t.amountFen} > 0`),
    index('interest_entries_of').on(t.ofEntryId),
  ],
);
