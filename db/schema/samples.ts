import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { applications } from './applications';
import { fenColumn, id, instant } from './columns';
import { cities, users } from './people';
import { programmes } from './programmes';

/** A pass that one officer decided alone, because the rules ask for no final review up to an amount. It never changes. */
export const soleDecisions = pgTable(
  'sole_decisions',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => users.id),
    amountFen: fenColumn('amount_fen').notNull(),
    limitFen: fenColumn('limit_fen').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    check(
      'sole_decisions_within_limit',
      sql`${t.amountFen} > 0 and ${t.amountFen} <= ${t.limitFen}`,
    ),
    unique('sole_decisions_one_per_person').on(t.applicationId, t.reviewerId),
    index('sole_decisions_programme').on(t.programmeId, t.at),
  ],
);

/** A sample of the decisions that were taken alone. It covers those since the sample before it. */
export const samples = pgTable(
  'samples',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    number: integer('number').notNull(),
    /** Written before the draw. The same seed and cases give the same sample again. */
    seed: text('seed').notNull(),
    percent: integer('percent').notNull(),
    /** How many decisions it was drawn from, and how many were drawn. */
    decisions: integer('decisions').notNull(),
    drawn: integer('drawn').notNull(),
    drawnBy: uuid('drawn_by')
      .notNull()
      .references(() => users.id),
    drawnAt: instant('drawn_at').notNull(),
  },
  (t) => [
    check('samples_size', sql`${t.drawn} between 1 and ${t.decisions}`),
    unique('samples_number').on(t.programmeId, t.number),
    index('samples_city').on(t.cityId, t.id),
  ],
);

/** Which decisions a sample was drawn from; `drawn` are checked by another officer. A decision is in one sample only. */
export const sampleLines = pgTable(
  'sample_lines',
  {
    sampleId: uuid('sample_id')
      .notNull()
      .references(() => samples.id),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => soleDecisions.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => users.id),
    isDrawn: boolean('is_drawn').notNull(),
    outcome: text('outcome').$type<'in_order' | 'finding'>(),
    reason: text('reason'),
    checkedBy: uuid('checked_by').references(() => users.id),
    checkedAt: instant('checked_at'),
  },
  (t) => [
    primaryKey({ name: 'sample_lines_pkey', columns: [t.sampleId, t.decisionId] }),
    unique('sample_lines_decision').on(t.decisionId),
    check('sample_lines_outcome_known', sql`${t.outcome} in ('in_order', 'finding')`),
    check(
      'sample_lines_checked',
      sql`num_nonnulls(${t.outcome}, ${t.checkedBy}, ${t.checkedAt}) in (0, 3) and (${t.outcome} is null or ${t.isDrawn})`,
    ),
    check('sample_lines_finding', sql`${t.outcome} <> 'finding' or ${t.reason} <> ''`),
    check('sample_lines_four_eyes', sql`${t.checkedBy} <> ${t.reviewerId}`),
  ],
);
