import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  programmeLifecycle,
  versionLifecycle,
  type ProgrammeState,
  type VersionState,
} from '../../features/programmes/domain/lifecycle';
import type { Bilingual } from '../../lib/bilingual';
import { createdAt, fenColumn, id, instant } from './columns';
import { cities, users } from './people';

export const programmes = pgTable(
  'programmes',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    slug: text('slug').notNull().unique(),
    state: text('state').$type<ProgrammeState>().notNull(),
    /** Why it was suspended or closed, as everyone may read it. */
    stateReason: text('state_reason'),
    currentVersionId: uuid('current_version_id'),
    createdAt: createdAt(),
  },
  (t) => [
    check('programmes_state_known', sql.raw(programmeLifecycle.check('state'))),
    index('programmes_city').on(t.cityId, t.id),
  ],
);

/**
 * Rules, texts and form of a programme. A draft may be incomplete: its `rules` and `guide` are read
 * part by part (features/programmes/editor/domain/parameter-reading.ts) until it is published. From then on a
 * trigger keeps it unchanged, and every case refers to its version.
 */
export const programmeVersions = pgTable(
  'programme_versions',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    number: integer('number').notNull(),
    /** Subsidy rules: `rulesSchema` of features/rules. */
    rules: jsonb('rules').notNull(),
    /** The part of the rules that divides awards among funders, by which the ledger divides what is settled. */
    funding: jsonb('funding').generatedAlwaysAs(sql`rules -> 'funding'`),
    /** Guide texts in both languages: `guideSchema` of features/rules. */
    guide: jsonb('guide').notNull(),
    /** Questions of the application: `formSchema` of features/forms. */
    form: jsonb('form').notNull(),
    /** Worked examples: `examplesSchema` of features/rules. */
    examples: jsonb('examples')
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** Rounds that publication opens or changes: `plannedRoundsSchema` of features/programmes. */
    rounds: jsonb('rounds')
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** The budget that publication gives to a programme that has none yet. */
    plannedBudgetFen: fenColumn('planned_budget_fen'),
    state: text('state').$type<VersionState>().notNull().default('draft'),
    /**
     * Counts saves; a save based on an older revision is merged with the newer one, field by field.
     */
    revision: integer('revision').notNull().default(0),
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`app.now()`),
    proposedBy: uuid('proposed_by').references(() => users.id),
    proposedAt: instant('proposed_at'),
    /** What has to change, where a proposal was sent back. */
    returnReason: text('return_reason'),
    preparedBy: uuid('prepared_by').references(() => users.id),
    publishedBy: uuid('published_by').references(() => users.id),
    publishedAt: instant('published_at'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('programme_versions_number').on(t.programmeId, t.number),
    check(
      'programme_versions_four_eyes',
      sql`${t.publishedBy} is null or ${t.publishedBy} <> ${t.preparedBy}`,
    ),
    check(
      'programme_versions_proposer',
      sql`${t.publishedBy} is null or ${t.proposedBy} is null or ${t.publishedBy} <> ${t.proposedBy}`,
    ),
    check('programme_versions_state_known', sql.raw(versionLifecycle.check('state'))),
    check(
      'programme_versions_published_at',
      sql`(${t.state} = 'published') = (${t.publishedAt} is not null)`,
    ),
    check(
      'programme_versions_budget_positive',
      sql`${t.plannedBudgetFen} is null or ${t.plannedBudgetFen} > 0`,
    ),
    // Two drafts of one programme would each undo the other's changes when they are published.
    uniqueIndex('programme_versions_one_open')
      .on(t.programmeId)
      .where(sql`state in ('draft', 'proposed')`),
  ],
);

export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    number: integer('number').notNull(),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('rounds_number').on(t.programmeId, t.number),
    check('rounds_order', sql`${t.opensAt} < ${t.closesAt}`),
  ],
);

/** A named part of a programme's pool; its money is in ledger.pools under the same id. */
export const programmePools = pgTable(
  'programme_pools',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    /** The id by which the rules name it. */
    key: text('key').notNull(),
    title: jsonb('title').$type<Bilingual>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('programme_pools_key').on(t.programmeId, t.key)],
);
