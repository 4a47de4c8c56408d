import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { OtherUnit } from '../../features/rules/domain/unit-price';
import { voucherLifecycle, type VoucherState } from '../../features/vouchers/domain/lifecycle';
import { applications } from './applications';
import { awardRows } from './awards';
import { createdAt, fenColumn, id, instant, unitPriced } from './columns';
import { cities, organisations, users } from './people';
import { programmes, programmeVersions } from './programmes';

/** A proposal to issue one voucher: made by one person, released by another. */
export const issueProposals = pgTable(
  'issue_proposals',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    amountFen: fenColumn('amount_fen').notNull(),
    state: text('state')
      .$type<'proposed' | 'released' | 'declined'>()
      .notNull()
      .default('proposed'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
  },
  (t) => [
    check(
      'issue_proposals_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check('issue_proposals_state_known', sql`${t.state} in ('proposed', 'released', 'declined')`),
    uniqueIndex('issue_proposals_one_open')
      .on(t.applicationId)
      .where(sql`state in ('proposed', 'released')`),
  ],
);

/** A voucher; its money is in ledger.accounts under the same id. */
export const vouchers = pgTable(
  'vouchers',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => programmeVersions.id),
    /**
     * What it was issued for: an application, or a row of a list where there are no applications.
     */
    applicationId: uuid('application_id')
      .references(() => applications.id)
      .unique('vouchers_one_per_application'),
    awardRowId: uuid('award_row_id')
      .references(() => awardRows.id)
      .unique('vouchers_one_per_award'),
    code: text('code').notNull().unique(),
    state: text('state').$type<VoucherState>().notNull(),
    faceValueFen: fenColumn('face_value_fen').notNull(),
    issuedAt: instant('issued_at').notNull(),
    validTo: instant('valid_to').notNull(),
    frozenReason: text('frozen_reason'),
    /** What it counts where that is not yuan, and the approved price of one; both as at the issue. */
    unit: text('unit').$type<OtherUnit>(),
    unitPriceFen: fenColumn('unit_price_fen'),
    createdAt: createdAt(),
  },
  (t) => [
    check('vouchers_state_known', sql.raw(voucherLifecycle.check('state'))),
    check('vouchers_unit_priced', unitPriced),
    check('vouchers_one_origin', sql`num_nonnulls(${t.applicationId}, ${t.awardRowId}) = 1`),
    index('vouchers_city').on(t.cityId, t.id),
    index('vouchers_organisation').on(t.organisationId, t.id),
  ],
);
