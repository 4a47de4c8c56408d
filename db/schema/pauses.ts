import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { pauseLifecycle, type PauseState } from '../../features/pauses/domain/lifecycle';
import type { IsoDate } from '../../lib/dates';
import { id, instant } from './columns';
import { cities, organisations, users } from './people';
import { programmes } from './programmes';
import { vouchers } from './vouchers';

/** Pauses of a programme's vouchers while no accredited vendor can deliver: proposed by one person, released by another. */
export const pauses = pgTable(
  'pauses',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    /** The first day; once released, the first day on which it was in force. */
    fromOn: date('from_on').$type<IsoDate>().notNull(),
    /** The last day; empty where it lasts until somebody ends it. */
    untilOn: date('until_on').$type<IsoDate>(),
    reason: text('reason').notNull(),
    state: text('state').$type<PauseState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
    /** The last day on which it was in force; empty where it was called off before its first. */
    endedOn: date('ended_on').$type<IsoDate>(),
    endedAt: instant('ended_at'),
    /** Who ended it; empty where its stated last day did. */
    endedBy: uuid('ended_by').references(() => users.id),
  },
  (t) => [
    check('pauses_state_known', sql.raw(pauseLifecycle.check('state'))),
    check('pauses_four_eyes', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'pauses_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check('pauses_days', sql`${t.untilOn} is null or ${t.untilOn} >= ${t.fromOn}`),
    check(
      'pauses_ended',
      sql`(${t.state} = 'ended') = (${t.endedAt} is not null) and (${t.endedOn} is null or (${t.endedAt} is not null and ${t.endedOn} >= ${t.fromOn} and (${t.untilOn} is null or ${t.endedOn} <= ${t.untilOn})))`,
    ),
    uniqueIndex('pauses_one_open')
      .on(t.programmeId)
      .where(sql`state in ('proposed', 'released')`),
    index('pauses_city').on(t.cityId, t.id),
  ],
);

/** What a pause gave a voucher: so many days, once. */
export const pauseExtensions = pgTable(
  'pause_extensions',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    pauseId: uuid('pause_id')
      .notNull()
      .references(() => pauses.id),
    voucherId: uuid('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    days: integer('days').notNull(),
    validToBefore: instant('valid_to_before').notNull(),
    validTo: instant('valid_to').notNull(),
  },
  (t) => [
    unique('pause_extensions_once').on(t.pauseId, t.voucherId),
    check(
      'pause_extensions_exact',
      sql`${t.days} > 0 and ${t.validTo} = ${t.validToBefore} + ${t.days} * interval '24 hours'`,
    ),
    index('pause_extensions_voucher').on(t.voucherId, t.id),
  ],
);
