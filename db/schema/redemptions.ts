import { sql } from 'drizzle-orm';
import {
  check,
  index,
  numeric,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  redemptionLifecycle,
  type RedemptionState,
} from '../../features/redemptions/domain/lifecycle';
import type { OtherUnit } from '../../features/rules/domain/unit-price';
import { createdAt, fenColumn, id, instant, unitPriced } from './columns';
import { cities, organisations, users } from './people';
import { vouchers } from './vouchers';

/** A hold that the start-up authorised for one vendor; its money is in ledger.holds under the same id. */
export const holds = pgTable(
  'holds',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    vendorId: uuid('vendor_id')
      .notNull()
      .references(() => organisations.id),
    voucherId: uuid('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    /** The start-up's order or contract number with the vendor. */
    orderNumber: text('order_number').notNull(),
    /** The number in its normal form, which identifies an order. */
    orderKey: text('order_key')
      .notNull()
      .generatedAlwaysAs(sql`app.identity_key(order_number)`),
    orderFen: fenColumn('order_fen').notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    /** The unit of its voucher and the price of one, written by a trigger. */
    unit: text('unit').$type<OtherUnit>(),
    unitPriceFen: fenColumn('unit_price_fen'),
    state: text('state').$type<'open' | 'released' | 'expired'>().notNull().default('open'),
    expiresAt: instant('expires_at').notNull(),
    authorisedBy: uuid('authorised_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    check('holds_state_known', sql`${t.state} in ('open', 'released', 'expired')`),
    check('holds_unit_priced', unitPriced),
    check('holds_within_order', sql`${t.amountFen} > 0 and ${t.amountFen} <= ${t.orderFen}`),
    index('holds_voucher').on(t.voucherId, t.id),
    index('holds_vendor').on(t.vendorId, t.id),
    index('holds_order').on(t.voucherId, t.vendorId, t.orderKey),
  ],
);

/** A vendor's claim against a hold, with its evidence. */
export const redemptions = pgTable(
  'redemptions',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    vendorId: uuid('vendor_id')
      .notNull()
      .references(() => organisations.id),
    voucherId: uuid('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    holdId: uuid('hold_id')
      .notNull()
      .references(() => holds.id),
    reference: text('reference').notNull().unique(),
    state: text('state').$type<RedemptionState>().notNull(),
    /** `code:number`, or `:number` for a fully digital invoice; unique over all cities. */
    invoiceKey: text('invoice_key').notNull(),
    invoiceFen: fenColumn('invoice_fen').notNull(),
    subsidyFen: fenColumn('subsidy_fen').notNull(),
    cardHours: numeric('card_hours', { precision: 14, scale: 2 }).notNull(),
    chip: text('chip').notNull(),
    servedFrom: text('served_from').notNull(),
    servedTo: text('served_to').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    submittedAt: instant('submitted_at').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => users.id),
    confirmedAt: instant('confirmed_at'),
    /** Working days after which silence counts as confirmation, and the end that was announced; empty where it never does. */
    silenceDays: smallint('silence_days'),
    silenceUntil: instant('silence_until'),
    disputeReason: text('dispute_reason'),
    verifiedBy: uuid('verified_by').references(() => users.id),
    verifiedAt: instant('verified_at'),
    rejectionReason: text('rejection_reason'),
    /** The ledger entry that captured the money; a settlement refers to it. */
    captureEntryId: uuid('capture_entry_id').unique(),
    /** What was recovered of it. Once that is all of it, the redemption is reversed. */
    reversedFen: fenColumn('reversed_fen')
      .notNull()
      .default(sql`0`),
    /** The invoice that took this one back (红字发票), as finance found it at the tax office. */
    redInvoiceNumber: text('red_invoice_number'),
    redInvoiceOn: text('red_invoice_on'),
    redInvoiceBy: uuid('red_invoice_by').references(() => users.id),
    redInvoiceAt: instant('red_invoice_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      'redemptions_red_invoice',
      sql`num_nonnulls(${t.redInvoiceNumber}, ${t.redInvoiceOn}, ${t.redInvoiceBy}, ${t.redInvoiceAt}) in (0, 4)`,
    ),
    check(
      'redemptions_silence',
      sql`(${t.silenceDays} is null) = (${t.silenceUntil} is null) and ${t.silenceDays} > 0`,
    ),
    index('redemptions_silent')
      .on(t.cityId, t.silenceUntil)
      .where(sql`state = 'submitted' and silence_until is not null`),
    check('redemptions_state_known', sql.raw(redemptionLifecycle.check('state'))),
    check(
      'redemptions_subsidy_within_invoice',
      sql`${t.subsidyFen} > 0 and ${t.subsidyFen} <= ${t.invoiceFen}`,
    ),
    check(
      'redemptions_reversed',
      sql`${t.reversedFen} between 0 and ${t.subsidyFen} and (${t.state} = 'reversed') = (${t.reversedFen} = ${t.subsidyFen})`,
    ),
    check('redemptions_card_hours_positive', sql`${t.cardHours} > 0`),
    check('redemptions_served_order', sql`${t.servedFrom} <= ${t.servedTo}`),
    // An invoice is paid once in all cities: a unique index does not depend on row security.
    uniqueIndex('redemptions_invoice_once')
      .on(t.invoiceKey)
      .where(sql`state <> 'rejected'`),
    index('redemptions_city').on(t.cityId, t.state, t.id),
    index('redemptions_vendor').on(t.vendorId, t.id),
    index('redemptions_voucher').on(t.voucherId, t.id),
  ],
);
