import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  billLifecycle,
  receiptLifecycle,
  type BillState,
  type ReceiptState,
} from '../../features/funders/domain/lifecycle';
import { fenColumn, id, instant } from './columns';
import { funderEntries, funders } from './ledger';
import { cities, users } from './people';
import { programmes } from './programmes';
import { settlementBatches } from './settlements';

/** What a funder is asked for: its parts of the lines that were settled in a period, each line once. */
export const funderBills = pgTable(
  'funder_bills',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    funderId: uuid('funder_id')
      .notNull()
      .references(() => funders.id),
    reference: text('reference').notNull(),
    /** The first and the last day on which the batches of its lines were released. */
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    /** The sum of the receipts that a second person has confirmed. */
    paidFen: fenColumn('paid_fen')
      .notNull()
      .default(sql`0`),
    state: text('state').$type<BillState>().notNull(),
    /** False for a withdrawn bill, whose lines are free for another one. */
    standing: boolean('standing').notNull().default(true),
    issuedBy: uuid('issued_by')
      .notNull()
      .references(() => users.id),
    issuedAt: instant('issued_at').notNull(),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    withdrawnAt: instant('withdrawn_at'),
    withdrawReason: text('withdraw_reason'),
  },
  (t) => [
    unique('funder_bills_reference').on(t.reference),
    unique('funder_bills_key').on(t.id, t.funderId, t.standing),
    check('funder_bills_state_known', sql.raw(billLifecycle.check('state'))),
    check('funder_bills_amount_positive', sql`${t.amountFen} > 0`),
    check(
      'funder_bills_paid',
      sql`${t.paidFen} between 0 and ${t.amountFen} and (${t.state} = 'paid') = (${t.paidFen} = ${t.amountFen})`,
    ),
    check('funder_bills_standing', sql`${t.standing} = (${t.state} <> 'withdrawn')`),
    check('funder_bills_period', sql`${t.fromOn} <= ${t.toOn}`),
    check(
      'funder_bills_withdrawn',
      sql`num_nonnulls(${t.withdrawnBy}, ${t.withdrawnAt}, ${t.withdrawReason})
        = case ${t.state} when 'withdrawn' then 3 else 0 end and (${t.standing} or ${t.paidFen} = 0)`,
    ),
    index('funder_bills_city').on(t.cityId, t.id),
    index('funder_bills_funder').on(t.funderId, t.state),
  ],
);

/** A settled line on a bill, with the batch in which it was released. `standing` follows the bill's. */
export const funderBillLines = pgTable(
  'funder_bill_lines',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    billId: uuid('bill_id').notNull(),
    funderId: uuid('funder_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => settlementBatches.id),
    standing: boolean('standing').notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.billId, t.entryId] }),
    foreignKey({
      name: 'funder_bill_lines_bill',
      columns: [t.billId, t.funderId, t.standing],
      foreignColumns: [funderBills.id, funderBills.funderId, funderBills.standing],
    }).onUpdate('cascade'),
    foreignKey({
      name: 'funder_bill_lines_part',
      columns: [t.entryId, t.funderId],
      foreignColumns: [funderEntries.entryId, funderEntries.funderId],
    }),
    uniqueIndex('funder_bill_lines_once')
      .on(t.entryId, t.funderId)
      .where(sql`standing`),
  ],
);

/** Money that a funder has paid in for a bill: entered by one person with the bank's reference, confirmed by another. */
export const funderReceipts = pgTable(
  'funder_receipts',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    billId: uuid('bill_id')
      .notNull()
      .references(() => funderBills.id),
    amountFen: fenColumn('amount_fen').notNull(),
    paidOn: text('paid_on').notNull(),
    bankReference: text('bank_reference').notNull(),
    /** The reference in its normal form: the bank's number of one transfer, however it was typed. */
    bankKey: text('bank_key').generatedAlwaysAs(sql`app.identity_key(bank_reference)`),
    state: text('state').$type<ReceiptState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was sent back. */
    answer: text('answer'),
  },
  (t) => [
    check('funder_receipts_state_known', sql.raw(receiptLifecycle.check('state'))),
    check('funder_receipts_amount_positive', sql`${t.amountFen} > 0`),
    check(
      'funder_receipts_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'funder_receipts_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    uniqueIndex('funder_receipts_bank_once')
      .on(t.cityId, t.bankKey)
      .where(sql`state <> 'declined'`),
    index('funder_receipts_bill').on(t.billId, t.id),
  ],
);
