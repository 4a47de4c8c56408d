import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AnswerMapping } from '../../features/settlements/domain/bank-answer';
import {
  bankAnswerLifecycle,
  batchLifecycle,
  paymentLifecycle,
  type BankAnswerState,
  type BatchState,
  type PaymentState,
} from '../../features/settlements/domain/lifecycle';
import type { FileTemplate, ReleasedFile } from '../../features/settlements/domain/payment-file';
import { createdAt, fenColumn, id, instant } from './columns';
import { cities, organisations, users } from './people';
import { programmes } from './programmes';

export type BankSnapshot = {
  accountName: string;
  accountNumber: string;
  bankName: string;
  cnapsCode: string;
};

/** A settlement batch: made by one person, released by another, paid from one file. */
export const settlementBatches = pgTable(
  'settlement_batches',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    reference: text('reference').notNull().unique(),
    state: text('state').$type<BatchState>().notNull(),
    totalFen: fenColumn('total_fen').notNull(),
    /** The one programme that it settles; empty where it settles all of the city's. */
    programmeId: uuid('programme_id').references(() => programmes.id),
    /** The last day whose verified items it may contain; empty where each programme has its own by its cycle. */
    through: text('through'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    releasedBy: uuid('released_by').references(() => users.id),
    releasedAt: instant('released_at'),
    /** The user who sent or took the batch back before its release; the reason is in the next column. */
    returnedBy: uuid('returned_by').references(() => users.id),
    returnedAt: instant('returned_at'),
    returnReason: text('return_reason'),
    /** SHA-256 of the payment files: an approval holds for these files only. */
    fileSha256: text('file_sha256'),
    /** What the files are made from. Batches that were released before cities had templates have none. */
    file: jsonb('file').$type<ReleasedFile>(),
    createdAt: createdAt(),
  },
  (t) => [
    check('settlement_batches_state_known', sql.raw(batchLifecycle.check('state'))),
    check(
      'settlement_batches_four_eyes',
      sql`${t.releasedBy} is null or ${t.releasedBy} <> ${t.proposedBy}`,
    ),
    check(
      'settlement_batches_released',
      sql`num_nonnulls(${t.releasedBy}, ${t.releasedAt}, ${t.fileSha256}) = case when ${t.state} in ('released', 'closed') then 3 else 0 end`,
    ),
    check('settlement_batches_through_day', sql`${t.through} ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
    check('settlement_batches_file', sql`${t.file} is null or ${t.fileSha256} is not null`),
    check(
      'settlement_batches_returned',
      sql`case ${t.state}
        when 'sent_back' then num_nonnulls(${t.returnedBy}, ${t.returnedAt}, ${t.returnReason}) = 3 and ${t.returnedBy} <> ${t.proposedBy} and ${t.returnReason} <> ''
        when 'taken_back' then num_nonnulls(${t.returnedBy}, ${t.returnedAt}) = 2 and ${t.returnedBy} = ${t.proposedBy}
        else num_nonnulls(${t.returnedBy}, ${t.returnedAt}, ${t.returnReason}) = 0 end`,
    ),
    index('settlement_batches_city').on(t.cityId, t.id),
  ],
);

/** The versions of a city's payment file. The last one is in force, none is ever changed. */
export const paymentTemplates = pgTable(
  'payment_templates',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    version: integer('version').notNull(),
    template: jsonb('template').$type<FileTemplate>().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('payment_templates_version').on(t.cityId, t.version),
    check('payment_templates_version_counts', sql`${t.version} > 0`),
  ],
);

/** What one payee gets from one batch; its lines are in ledger.settlement_lines under the same id. */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    batchId: uuid('batch_id').references(() => settlementBatches.id),
    payeeId: uuid('payee_id')
      .notNull()
      .references(() => organisations.id),
    reference: text('reference').notNull().unique(),
    state: text('state').$type<PaymentState>().notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    /** Fixed when the batch is made; changed only when a failed payment is queued again. */
    bank: jsonb('bank').$type<BankSnapshot>().notNull(),
    paidOn: text('paid_on'),
    bankReference: text('bank_reference'),
    failureReason: text('failure_reason'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check('payments_state_known', sql.raw(paymentLifecycle.check('state'))),
    check('payments_not_negative', sql`${t.amountFen} >= 0`),
    index('payments_batch').on(t.batchId),
    index('payments_payee').on(t.payeeId, t.id),
  ],
);

/** A bank's answer to a batch, as it was uploaded: checked first, and applied as a whole. */
export const bankAnswers = pgTable(
  'bank_answers',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => settlementBatches.id),
    state: text('state').$type<BankAnswerState>().notNull(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    headers: text('headers').array().notNull(),
    rows: jsonb('rows').$type<readonly { line: number; cells: string[] }[]>().notNull(),
    mapping: jsonb('mapping').$type<AnswerMapping>(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    check('bank_answers_state_known', sql.raw(bankAnswerLifecycle.check('state'))),
    check(
      'bank_answers_decided',
      sql`num_nonnulls(${t.decidedBy}, ${t.decidedAt}) = case ${t.state} when 'read' then 0 else 2 end`,
    ),
    uniqueIndex('bank_answers_same_file')
      .on(t.batchId, t.fileSha256)
      .where(sql`state <> 'discarded'`),
    index('bank_answers_city').on(t.cityId, t.id),
  ],
);
