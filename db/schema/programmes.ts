import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Bilingual } from '../../features/programmes/domain/text';
import { createdAt, id, instant } from './columns';
import { cities, users } from './people';

export const programmes = pgTable(
  'programmes',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    slug: text('slug').notNull().unique(),
    state: text('state').$type<'draft' | 'published' | 'suspended' | 'closed'>().notNull(),
    currentVersionId: uuid('current_version_id'),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      'programmes_state_known',
      sql`${t.state} in ('draft', 'published', 'suspended', 'closed')`,
    ),
    index('programmes_city').on(t.cityId, t.id),
  ],
);

/** Rules, texts and form of a programme; immutable once published, and pinned by every case. */
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
    /** Subsidy rules: `rulesSchema` of features/programmes. */
    rules: jsonb('rules').notNull(),
    /** Guide texts in both languages: `guideSchema` of features/programmes. */
    guide: jsonb('guide').notNull(),
    /** Questions of the application: `formSchema` of features/applications. */
    form: jsonb('form').notNull(),
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

/** A named part of a programme's pool; its money stands in ledger.pools under the same id. */
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
