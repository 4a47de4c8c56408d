import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  calendarYearLifecycle,
  type CalendarYearState,
} from '../../features/calendar/domain/lifecycle';
import { id, instant } from './columns';
import { cities, users } from './people';

/** The State Council's arrangement of a year's holidays. Of several released ones of a year the last counts. */
export const calendarYears = pgTable(
  'calendar_years',
  {
    id: id(),
    year: smallint('year').notNull(),
    daysOff: date('days_off', { mode: 'string' }).array().notNull(),
    /** Week-end days worked instead. */
    worked: date('worked', { mode: 'string' }).array().notNull(),
    /** The notice that contains it. */
    source: text('source').notNull(),
    state: text('state').$type<CalendarYearState>().notNull(),
    /** Empty for what came with the portal. */
    proposedBy: uuid('proposed_by').references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
  },
  (t) => [
    check('calendar_years_state_known', sql.raw(calendarYearLifecycle.check('state'))),
    check(
      'calendar_years_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'calendar_years_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedAt} is null) and (${t.proposedBy} is null or (${t.decidedBy} is null) = (${t.decidedAt} is null))`,
    ),
    check('calendar_years_year_known', sql`${t.year} between 2024 and 2100`),
    check(
      'calendar_years_bounded',
      sql`cardinality(${t.daysOff}) between 1 and 100 and cardinality(${t.worked}) <= 50`,
    ),
    uniqueIndex('calendar_years_one_open')
      .on(t.year)
      .where(sql`state = 'proposed'`),
    index('calendar_years_year').on(t.year, t.id),
  ],
);

/** By which arrangements a city's open deadlines have been moved, and how many of them moved. */
export const cityCalendars = pgTable(
  'city_calendars',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    calendarYearId: uuid('calendar_year_id')
      .notNull()
      .references(() => calendarYears.id),
    appliedAt: instant('applied_at').notNull(),
    moved: integer('moved').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cityId, t.calendarYearId] }),
    check('city_calendars_moved', sql`${t.moved} >= 0`),
  ],
);

/** When the platform was warned that a year's arrangement is missing. */
export const calendarWarnings = pgTable(
  'calendar_warnings',
  {
    year: smallint('year').notNull(),
    stage: text('stage').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.stage] })],
);
