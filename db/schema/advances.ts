import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  advanceRequestLifecycle,
  type AdvanceRequestState,
} from '../../features/advances/domain/lifecycle';
import { fenColumn, id, instant } from './columns';
import { cities, organisations, users } from './people';
import { programmes } from './programmes';

/**
 * What one person proposes about an advance and another decides: its level, or that a vendor has paid a part of it back. A level
 * keeps what it was computed from, as its maker saw it.
 */
export const advanceRequests = pgTable(
  'advance_requests',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    reference: text('reference').notNull(),
    kind: text('kind').$type<'level' | 'return'>().notNull(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    payeeId: uuid('payee_id')
      .notNull()
      .references(() => organisations.id),
    amountFen: fenColumn('amount_fen').notNull(),
    /** Of a level: what is authorised for the vendor and not redeemed, and what is redeemed and not settled. */
    openFen: fenColumn('open_fen'),
    unsettledFen: fenColumn('unsettled_fen'),
    /** Of a level: what part of their sum the rules let be paid in advance. */
    percent: text('percent'),
    /** Of a return: when the vendor paid it back, and the bank's number of it. */
    paidOn: text('paid_on'),
    bankReference: text('bank_reference'),
    bankKey: text('bank_key').generatedAlwaysAs(sql`app.identity_key(bank_reference)`),
    state: text('state').$type<AdvanceRequestState>().notNull(),
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
    unique('advance_requests_reference').on(t.reference),
    check('advance_requests_state_known', sql.raw(advanceRequestLifecycle.check('state'))),
    check('advance_requests_kind_known', sql`${t.kind} in ('level', 'return')`),
    check('advance_requests_amount_positive', sql`${t.amountFen} > 0`),
    check(
      'advance_requests_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'advance_requests_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'advance_requests_parts',
      sql`case ${t.kind}
        when 'level' then num_nonnulls(${t.openFen}, ${t.unsettledFen}, ${t.percent}) = 3 and num_nonnulls(${t.paidOn}, ${t.bankReference}) = 0
        else num_nonnulls(${t.openFen}, ${t.unsettledFen}, ${t.percent}) = 0 and num_nonnulls(${t.paidOn}, ${t.bankReference}) = 2 end`,
    ),
    uniqueIndex('advance_requests_one_open')
      .on(t.programmeId, t.payeeId, t.kind)
      .where(sql`state = 'proposed'`),
    uniqueIndex('advance_requests_bank_once')
      .on(t.cityId, t.bankKey)
      .where(sql`state <> 'declined'`),
    index('advance_requests_city').on(t.cityId, t.id),
  ],
);
