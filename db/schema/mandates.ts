import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { MandateState } from '../../features/operators/domain/lifecycle';
import type { MandateRight } from '../../lib/permissions';
import { id, instant } from './columns';
import { cities, organisations, sessions, users } from './people';

/** What a city gives to an agency: named rights, from a day to a day. It never changes; another one renews it. */
export const mandates = pgTable(
  'mandates',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => organisations.id),
    /** The number of the agreement, and the day on which it was signed. */
    number: text('number').notNull(),
    agreedOn: date('agreed_on').notNull(),
    rights: text('rights').array().$type<MandateRight[]>().notNull(),
    firstOn: date('first_on').notNull(),
    lastOn: date('last_on').notNull(),
    state: text('state').$type<MandateState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
    endedBy: uuid('ended_by').references(() => users.id),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    uniqueIndex('mandates_one_open')
      .on(t.cityId, t.operatorId)
      .where(sql`state = 'proposed'`),
    index('mandates_city').on(t.cityId, t.id),
    index('mandates_operator').on(t.operatorId, t.cityId),
    check(
      'mandates_state_known',
      sql`${t.state} in ('proposed', 'confirmed', 'declined', 'ended')`,
    ),
    check(
      'mandates_rights_known',
      sql`cardinality(${t.rights}) > 0 and ${t.rights} <@ array['case_reading', 'first_review',
    'licence_check', 'award_lists', 'issuing', 'voucher_reading', 'voucher_freezing']`,
    ),
    check(
      'mandates_days',
      sql`${t.firstOn} <= ${t.lastOn} and ${t.lastOn} < ${t.firstOn} + interval '3 years'`,
    ),
    check('mandates_four_eyes', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'mandates_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null)
    and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'mandates_ended',
      sql`num_nonnulls(${t.endedBy}, ${t.endedAt}, ${t.endReason}) = case ${t.state} when 'ended' then 3 else 0 end`,
    ),
  ],
);

/** For which city the person of a session acts. */
export const actingSessions = pgTable('acting_sessions', {
  idHash: text('id_hash')
    .primaryKey()
    .references(() => sessions.idHash),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  mandateId: uuid('mandate_id')
    .notNull()
    .references(() => mandates.id),
  enteredAt: instant('entered_at').notNull(),
});
