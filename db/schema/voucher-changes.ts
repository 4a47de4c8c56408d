import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  voucherChangeLifecycle,
  type ChangeKind,
  type VoucherChangeState,
} from '../../features/validity/domain/lifecycle';
import { fenColumn, id, instant } from './columns';
import { cities, organisations, users } from './people';
import { vouchers } from './vouchers';

/** A revocation or an extension of one voucher: proposed by one person, released by another. */
export const voucherChanges = pgTable(
  'voucher_changes',
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
    kind: text('kind').$type<ChangeKind>().notNull(),
    /** Of an extension: until when the voucher was valid when it was proposed, and until when it is to be. */
    validToBefore: instant('valid_to_before'),
    validTo: instant('valid_to'),
    /** The article or decision that it is based on. */
    ground: text('ground').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<VoucherChangeState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    /** When it was released, sent back or taken back. */
    decidedAt: instant('decided_at'),
    /** Why it was sent back. */
    answer: text('answer'),
    /** What a released revocation returned to the budget. */
    returnedFen: fenColumn('returned_fen'),
  },
  (t) => [
    unique('voucher_changes_reference').on(t.reference),
    check('voucher_changes_state_known', sql.raw(voucherChangeLifecycle.check('state'))),
    check(
      'voucher_changes_kind_known',
      sql`case ${t.kind} when 'revocation' then num_nonnulls(${t.validToBefore}, ${t.validTo}) = 0
        when 'extension' then coalesce(${t.validTo} > ${t.validToBefore}, false) else false end`,
    ),
    check(
      'voucher_changes_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'voucher_changes_decided',
      sql`(${t.state} in ('released', 'declined')) = (${t.decidedBy} is not null) and (${t.state} = 'proposed') = (${t.decidedAt} is null)`,
    ),
    check(
      'voucher_changes_returned',
      sql`(${t.state} = 'released' and ${t.kind} = 'revocation') = (${t.returnedFen} is not null) and ${t.returnedFen} >= 0`,
    ),
    uniqueIndex('voucher_changes_one_open')
      .on(t.voucherId)
      .where(sql`state = 'proposed'`),
    uniqueIndex('voucher_changes_extended_once')
      .on(t.voucherId)
      .where(sql`kind = 'extension' and state = 'released'`),
    index('voucher_changes_city').on(t.cityId, t.state, t.id),
    index('voucher_changes_voucher').on(t.voucherId, t.id),
  ],
);
