import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  creditLifecycle,
  recoveryLifecycle,
  type CreditKind,
  type CreditState,
  type RecoveryState,
  type RepaymentOrder,
  type SettledWay,
  type VoucherChoice,
} from '../../features/recoveries/domain/lifecycle';
import type { IsoDate } from '../../lib/dates';
import { fenColumn, id, instant } from './columns';
import { cities, organisations, users } from './people';
import { redemptions } from './redemptions';
import { vouchers } from './vouchers';

/** A recovery of one captured amount or of a part of it: proposed by one person, released by another. */
export const recoveries = pgTable(
  'recoveries',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    reference: text('reference').notNull(),
    voucherId: uuid('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    /** The holder of the voucher. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    payeeId: uuid('payee_id')
      .notNull()
      .references(() => organisations.id),
    /** Empty where the voucher was paid out to its holder. */
    redemptionId: uuid('redemption_id').references(() => redemptions.id),
    /** The entry of the ledger that made the money owed to the payee. */
    captureEntryId: uuid('capture_entry_id').notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    voucherAfter: text('voucher_after').$type<VoucherChoice>().notNull(),
    /** Whether it follows from an invoice that the tax side reversed. Declining it then also takes that record back. */
    byRedInvoice: boolean('by_red_invoice').notNull().default(false),
    /** The article or decision that it is based on. */
    ground: text('ground').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<RecoveryState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
    reverseEntryId: uuid('reverse_entry_id'),
    settledBy: text('settled_by').$type<SettledWay>(),
    settledAt: instant('settled_at'),
    /** The yearly rate of its interest in percent, as the rules had it at the release; empty where it bears none. */
    interestPercent: text('interest_percent'),
    /** The day before the first one that bears interest. */
    interestSince: date('interest_since').$type<IsoDate>(),
    /** What a repayment pays first. */
    interestOrder: text('interest_order').$type<RepaymentOrder>(),
  },
  (t) => [
    unique('recoveries_reference').on(t.reference),
    unique('recoveries_reverse_entry').on(t.reverseEntryId),
    check('recoveries_state_known', sql.raw(recoveryLifecycle.check('state'))),
    check('recoveries_amount_positive', sql`${t.amountFen} > 0`),
    check('recoveries_voucher_known', sql`${t.voucherAfter} in ('restored', 'ended')`),
    check('recoveries_four_eyes', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'recoveries_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'recoveries_reversed',
      sql`(${t.state} in ('released', 'settled')) = (${t.reverseEntryId} is not null)`,
    ),
    check(
      'recoveries_settled',
      sql`case ${t.state} when 'settled' then ${t.settledAt} is not null and ${t.settledBy} in ('netted', 'repaid', 'written_off', 'unpaid')
        else num_nonnulls(${t.settledBy}, ${t.settledAt}) = 0 end`,
    ),
    check(
      'recoveries_interest',
      sql`num_nonnulls(${t.interestPercent}, ${t.interestSince}, ${t.interestOrder}) in (0, 3) and (${t.interestPercent} is null or ${t.state} in ('released', 'settled')) and coalesce(${t.interestOrder} in ('principal', 'interest'), true)`,
    ),
    uniqueIndex('recoveries_one_open')
      .on(t.captureEntryId)
      .where(sql`state = 'proposed'`),
    index('recoveries_city').on(t.cityId, t.state, t.id),
    index('recoveries_payee').on(t.payeeId, t.id),
    index('recoveries_redemption').on(t.redemptionId),
  ],
);

/** What reduces the debt of a recovery: a repayment with its bank reference, or a write-off with its reason. */
export const recoveryCredits = pgTable(
  'recovery_credits',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    recoveryId: uuid('recovery_id')
      .notNull()
      .references(() => recoveries.id),
    payeeId: uuid('payee_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind').$type<CreditKind>().notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    /** How much of it is interest; the rest is principal. */
    interestFen: fenColumn('interest_fen')
      .notNull()
      .default(sql`0`),
    paidOn: text('paid_on'),
    bankReference: text('bank_reference'),
    /** The reference in its normal form: the bank's number of one transfer, however it was typed. */
    bankKey: text('bank_key').generatedAlwaysAs(sql`app.identity_key(bank_reference)`),
    /** For a write-off: why, and the decision that it is based on. */
    reason: text('reason'),
    state: text('state').$type<CreditState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    answer: text('answer'),
    entryId: uuid('entry_id'),
  },
  (t) => [
    unique('recovery_credits_entry').on(t.entryId),
    check('recovery_credits_state_known', sql.raw(creditLifecycle.check('state'))),
    check('recovery_credits_amount_positive', sql`${t.amountFen} > 0`),
    check(
      'recovery_credits_kind_known',
      sql`case ${t.kind} when 'repayment' then num_nonnulls(${t.paidOn}, ${t.bankReference}) = 2 and ${t.reason} is null
        when 'write_off' then num_nonnulls(${t.paidOn}, ${t.bankReference}) = 0 and ${t.reason} <> '' and ${t.interestFen} = 0
        when 'waiver' then num_nonnulls(${t.paidOn}, ${t.bankReference}) = 0 and ${t.reason} <> '' and ${t.interestFen} = ${t.amountFen} else false end`,
    ),
    check(
      'recovery_credits_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'recovery_credits_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check('recovery_credits_interest', sql`${t.interestFen} between 0 and ${t.amountFen}`),
    check(
      'recovery_credits_posted',
      sql`(${t.state} = 'released' and ${t.interestFen} < ${t.amountFen}) = (${t.entryId} is not null)`,
    ),
    uniqueIndex('recovery_credits_bank_once')
      .on(t.cityId, t.bankKey)
      .where(sql`state <> 'declined'`),
    index('recovery_credits_recovery').on(t.recoveryId, t.id),
  ],
);
