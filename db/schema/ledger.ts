import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgSchema,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { fenColumn, instant } from './columns';

export const ledgerSchema = pgSchema('ledger');

/**
 * A programme's money, or a part of it set aside: `committed` is what vouchers may still cost or have cost, `promised` what was
 * approved for cases and is not issued yet. A sub-pool names its parent. The parent's `committed` and `promised` include the
 * sub-pool's, and its `allotted` is the sum of its sub-pools' budgets.
 */
export const pools = ledgerSchema.table(
  'pools',
  {
    cityId: uuid('city_id').notNull(),
    id: uuid('id').primaryKey(),
    /** The programme's pool; empty for the programme's pool itself. */
    parentId: uuid('parent_id'),
    budgetFen: fenColumn('budget_fen').notNull(),
    committedFen: fenColumn('committed_fen')
      .notNull()
      .default(sql`0`),
    promisedFen: fenColumn('promised_fen')
      .notNull()
      .default(sql`0`),
    allottedFen: fenColumn('allotted_fen')
      .notNull()
      .default(sql`0`),
    /** Since when the programme's vouchers are paused, and until when nothing is held; only on the programme's pool itself. */
    pausedFrom: instant('paused_from'),
    pausedTo: instant('paused_to'),
  },
  (t) => [
    unique('pools_city_id').on(t.cityId, t.id),
    foreignKey({
      name: 'pools_parent_in_city',
      columns: [t.cityId, t.parentId],
      foreignColumns: [t.cityId, t.id],
    }),
    check('pools_within_budget', sql`${t.committedFen} between 0 and ${t.budgetFen}`),
    check('pools_promised_not_negative', sql`${t.promisedFen} >= 0`),
    check('pools_allotted_within_budget', sql`${t.allottedFen} between 0 and ${t.budgetFen}`),
    check('pools_two_levels', sql`${t.parentId} is null or ${t.allottedFen} = 0`),
    check(
      'pools_paused',
      sql`${t.pausedFrom} is null and ${t.pausedTo} is null or ${t.parentId} is null and ${t.pausedFrom} is not null and coalesce(${t.pausedTo} > ${t.pausedFrom}, true)`,
    ),
    index('pools_parent').on(t.parentId),
  ],
);

/** A voucher's counters; available = granted − held − spent − returned. */
export const accounts = ledgerSchema.table(
  'accounts',
  {
    cityId: uuid('city_id').notNull(),
    id: uuid('id').primaryKey(),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    organisationId: uuid('organisation_id').notNull(),
    validTo: instant('valid_to').notNull(),
    frozen: boolean('frozen').notNull().default(false),
    grantedFen: fenColumn('granted_fen')
      .notNull()
      .default(sql`0`),
    heldFen: fenColumn('held_fen')
      .notNull()
      .default(sql`0`),
    spentFen: fenColumn('spent_fen')
      .notNull()
      .default(sql`0`),
    returnedFen: fenColumn('returned_fen')
      .notNull()
      .default(sql`0`),
  },
  (t) => [
    unique('accounts_city_id').on(t.cityId, t.id),
    check(
      'accounts_not_negative',
      sql`${t.grantedFen} >= 0 and ${t.heldFen} >= 0 and ${t.spentFen} >= 0 and ${t.returnedFen} >= 0`,
    ),
    check(
      'accounts_within_grant',
      sql`${t.heldFen} + ${t.spentFen} + ${t.returnedFen} <= ${t.grantedFen}`,
    ),
    index('accounts_pool').on(t.poolId),
  ],
);

/**
 * Money set aside for one vendor. `claimed` is the part under a submitted redemption: it can no longer be released or expire, and
 * becomes captured when the city verifies.
 */
export const ledgerHolds = ledgerSchema.table(
  'holds',
  {
    cityId: uuid('city_id').notNull(),
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    vendorId: uuid('vendor_id').notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    claimedFen: fenColumn('claimed_fen')
      .notNull()
      .default(sql`0`),
    capturedFen: fenColumn('captured_fen')
      .notNull()
      .default(sql`0`),
    releasedFen: fenColumn('released_fen')
      .notNull()
      .default(sql`0`),
    reversedFen: fenColumn('reversed_fen')
      .notNull()
      .default(sql`0`),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    check('holds_amount_positive', sql`${t.amountFen} > 0`),
    check(
      'holds_not_negative',
      sql`${t.claimedFen} >= 0 and ${t.capturedFen} >= 0 and ${t.releasedFen} >= 0`,
    ),
    check(
      'holds_within_amount',
      sql`${t.claimedFen} + ${t.capturedFen} + ${t.releasedFen} <= ${t.amountFen}`,
    ),
    check('holds_reversed_within_captured', sql`${t.reversedFen} between 0 and ${t.capturedFen}`),
    index('holds_account').on(t.accountId),
    index('holds_expiry').on(t.cityId, t.expiresAt),
  ],
);

const delta = (name: string) => smallint(name).notNull();

/** The delta matrix: by how much one fen of each kind of entry changes every counter. */
export const rules = ledgerSchema.table('rules', {
  kind: text('kind').primaryKey(),
  granted: delta('granted'),
  held: delta('held'),
  spent: delta('spent'),
  returned: delta('returned'),
  holdClaimed: delta('hold_claimed'),
  holdCaptured: delta('hold_captured'),
  holdReleased: delta('hold_released'),
  holdReversed: delta('hold_reversed'),
  pool: delta('pool'),
  /** By how much one fen changes what the city owes to the payee: up, down, or not at all. */
  payable: delta('payable').default(0),
  /** The kind of entry that it undoes or pays back. Such an entry names the other one. */
  follows: text('follows').references((): AnyPgColumn => rules.kind),
  debit: text('debit').notNull(),
  credit: text('credit').notNull(),
  /** Who may post it: the city, the holder of the voucher, the vendor of the hold. */
  parties: text('parties').array().notNull(),
});

/** The journal: posted and declined, never changed. */
export const entries = ledgerSchema.table(
  'entries',
  {
    cityId: uuid('city_id').notNull(),
    id: uuid('id')
      .primaryKey()
      .default(sql`uuidv7()`),
    kind: text('kind')
      .notNull()
      .references(() => rules.kind),
    amountFen: fenColumn('amount_fen').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Empty for entries without a hold, and for declined ones whose hold was never created. */
    holdId: uuid('hold_id').references(() => ledgerHolds.id),
    vendorId: uuid('vendor_id'),
    /** The entry that this one undoes or pays back. */
    ofEntryId: uuid('of_entry_id'),
    actorId: uuid('actor_id'),
    /** The owner of the key: the acting user, the organisation, or the portal itself. */
    clientId: uuid('client_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** `posted`, or `declined:` with the reason. */
    outcome: text('outcome').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    unique('entries_one_per_key').on(t.cityId, t.clientId, t.idempotencyKey),
    check(
      'entries_amount_positive',
      sql`${t.amountFen} > 0 and ${t.amountFen} <= 1000000000000000`,
    ),
    check('entries_outcome_known', sql`${t.outcome} = 'posted' or ${t.outcome} like 'declined:%'`),
    check(
      'entries_following',
      sql`${t.outcome} <> 'posted' or ${t.kind} not in ('reverse', 'repay', 'write_off') or ${t.ofEntryId} is not null`,
    ),
    foreignKey({ name: 'entries_of', columns: [t.ofEntryId], foreignColumns: [t.id] }),
    index('entries_of_entry')
      .on(t.ofEntryId)
      .where(sql`of_entry_id is not null`),
    index('entries_city').on(t.cityId, t.id),
    index('entries_day').on(t.cityId, t.at),
    index('entries_kind').on(t.cityId, t.kind, t.id),
    index('entries_account').on(t.accountId, t.id),
    index('entries_hold').on(t.holdId),
    index('entries_vendor').on(t.cityId, t.vendorId, t.id),
    index('entries_payee')
      .on(t.vendorId, t.at)
      .where(sql`vendor_id is not null`),
  ],
);

/** Each entry that changes what a payee gets or owes is settled exactly once. */
export const settlementLines = ledgerSchema.table(
  'settlement_lines',
  {
    cityId: uuid('city_id').notNull(),
    entryId: uuid('entry_id')
      .primaryKey()
      .references(() => entries.id),
    settlementId: uuid('settlement_id').notNull(),
    /** Positive for captures, repayments and write-offs, negative for reversals. */
    amountFen: fenColumn('amount_fen').notNull(),
  },
  (t) => [index('settlement_lines_settlement').on(t.settlementId)],
);

/** A government that pays a part of a programme's awards, by the name that the rules give it. */
export const funders = ledgerSchema.table(
  'funders',
  {
    id: uuid('id')
      .primaryKey()
      .default(sql`uuidv7()`),
    cityId: uuid('city_id').notNull(),
    programmeId: uuid('programme_id').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [unique('funders_one_per_name').on(t.programmeId, t.nameZh)],
);

/**
 * What a funder bears of a settled line, with the line's sign. Written by a trigger with the line itself; never changed.
 */
export const funderEntries = ledgerSchema.table(
  'funder_entries',
  {
    cityId: uuid('city_id').notNull(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => settlementLines.entryId),
    funderId: uuid('funder_id')
      .notNull()
      .references(() => funders.id),
    amountFen: fenColumn('amount_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.funderId] }),
    index('funder_entries_funder').on(t.funderId, t.entryId),
  ],
);
