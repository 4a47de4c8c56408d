import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { banLifecycle, type BanState } from '../../features/bans/domain/lifecycle';
import type { IsoDate } from '../../lib/dates';
import { id, instant } from './columns';
import { cities, organisations, users } from './people';

/** The city's register of firms that get no support until a day; an entry needs two people, and so does its early end. */
export const bans = pgTable(
  'bans',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The last day of the ban. */
    untilOn: date('until_on').$type<IsoDate>().notNull(),
    /** The rule or the document that it rests on. */
    ground: text('ground').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<BanState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
    liftedBy: uuid('lifted_by').references(() => users.id),
    liftedAt: instant('lifted_at'),
    /** Why it was lifted before its last day. */
    liftReason: text('lift_reason'),
  },
  (t) => [
    check('bans_state_known', sql.raw(banLifecycle.check('state'))),
    check('bans_four_eyes', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check('bans_lifted_four_eyes', sql`${t.liftedBy} is null or ${t.liftedBy} <> ${t.decidedBy}`),
    check(
      'bans_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'bans_lifted',
      sql`(${t.state} = 'lifted') = (${t.liftedBy} is not null) and num_nonnulls(${t.liftedBy}, ${t.liftedAt}, ${t.liftReason}) in (0, 3)`,
    ),
    uniqueIndex('bans_one_open')
      .on(t.cityId, t.organisationId)
      .where(sql`state = 'proposed'`),
    index('bans_city').on(t.cityId, t.state, t.id),
    index('bans_organisation').on(t.organisationId, t.cityId, t.untilOn),
  ],
);
