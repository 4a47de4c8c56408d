import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { claimLifecycle, type ClaimState } from '../../features/claims/domain/lifecycle';
import { createdAt, fenColumn, id, instant } from './columns';
import { cities, organisations, users } from './people';
import { redemptions } from './redemptions';
import { vouchers } from './vouchers';

/** A start-up's claim for payment on its award, where start-ups pay their vendors first. */
export const claims = pgTable(
  'claims',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    voucherId: uuid('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    /** The number that it gets when it is first submitted. */
    reference: text('reference').unique(),
    state: text('state').$type<ClaimState>().notNull(),
    /** The ledger's hold under which the claimed amount is set aside, in favour of the start-up itself. */
    holdId: uuid('hold_id').unique(),
    /** The costs that count, as they were last submitted. */
    costsFen: fenColumn('costs_fen'),
    /** What the rules gave for them. */
    claimedFen: fenColumn('claimed_fen'),
    /** The costs that the city accepted, and what the rules give for those. */
    acceptedFen: fenColumn('accepted_fen'),
    approvedFen: fenColumn('approved_fen'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    /** The person who declared that the claim is true, with every submission. */
    submittedBy: uuid('submitted_by').references(() => users.id),
    /** When it was first submitted; this orders the claims on one award. */
    submittedAt: instant('submitted_at'),
    correctedAt: instant('corrected_at'),
    /** What the city asks to correct, and until when. */
    correction: text('correction'),
    returnedAt: instant('returned_at'),
    correctionDueAt: instant('correction_due_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why costs were not accepted, or the whole claim. */
    reason: text('reason'),
    /** What was recovered of it. Once that is all of it, the claim is reversed. */
    reversedFen: fenColumn('reversed_fen')
      .notNull()
      .default(sql`0`),
    /** The ledger entry that captured the money; a settlement refers to it. */
    captureEntryId: uuid('capture_entry_id').unique(),
    createdAt: createdAt(),
  },
  (t) => [
    check('claims_state_known', sql.raw(claimLifecycle.check('state'))),
    check(
      'claims_submitted_whole',
      sql`${t.submittedAt} is null or num_nonnulls(${t.reference}, ${t.holdId}, ${t.costsFen}, ${t.claimedFen}, ${t.submittedBy}) = 5`,
    ),
    check(
      'claims_amounts_positive',
      sql`coalesce(${t.claimedFen} > 0, true) and coalesce(${t.approvedFen} > 0, true)`,
    ),
    check(
      'claims_approved_within_claimed',
      sql`${t.approvedFen} is null or (${t.approvedFen} <= ${t.claimedFen} and ${t.acceptedFen} <= ${t.costsFen})`,
    ),
    check(
      'claims_captured_when_verified',
      sql`(state in ('verified', 'batched', 'paid', 'reversed')) = (${t.approvedFen} is not null)`,
    ),
    check(
      'claims_reversed',
      sql`${t.reversedFen} between 0 and coalesce(${t.approvedFen}, 0) and (state = 'reversed') = (${t.approvedFen} is not null and ${t.reversedFen} = ${t.approvedFen})`,
    ),
    check(
      'claims_reduced_with_reason',
      sql`${t.approvedFen} is null or ${t.acceptedFen} = ${t.costsFen} or ${t.reason} is not null`,
    ),
    index('claims_city').on(t.cityId, t.state, t.id),
    index('claims_voucher').on(t.voucherId, t.id),
    index('claims_organisation').on(t.organisationId, t.id),
  ],
);

/** One invoice of a claim: what it is for, and its payment. Amounts of an invoice count once in all cities. */
export const claimCosts = pgTable(
  'claim_costs',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    /** `code:number`, or `:number` for a fully digital invoice. */
    invoiceKey: text('invoice_key').notNull(),
    invoicedOn: text('invoiced_on').notNull(),
    invoiceFen: fenColumn('invoice_fen').notNull(),
    /** The part of the invoice that counts by the rules. */
    countedFen: fenColumn('counted_fen').notNull(),
    paidFen: fenColumn('paid_fen').notNull(),
    paidOn: text('paid_on').notNull(),
    /** The number of the bank's receipt for the payment. */
    paymentReference: text('payment_reference').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('claim_costs_invoice_in_claim').on(t.claimId, t.invoiceKey),
    check(
      'claim_costs_within_invoice',
      sql`${t.countedFen} > 0 and ${t.countedFen} <= ${t.invoiceFen} and ${t.paidFen} > 0 and ${t.paidFen} <= ${t.invoiceFen}`,
    ),
  ],
);

/**
 * The invoices that a redemption or a claim uses now, over all cities: each at most once. Triggers on both tables write it, and
 * nobody reads it directly.
 */
export const invoiceUses = pgTable(
  'invoice_uses',
  {
    invoiceKey: text('invoice_key').notNull(),
    redemptionId: uuid('redemption_id').references(() => redemptions.id),
    claimId: uuid('claim_id').references(() => claims.id),
  },
  (t) => [
    unique('invoice_uses_once').on(t.invoiceKey),
    check('invoice_uses_one_subject', sql`num_nonnulls(${t.redemptionId}, ${t.claimId}) = 1`),
    index('invoice_uses_redemption').on(t.redemptionId),
    index('invoice_uses_claim').on(t.claimId),
  ],
);
