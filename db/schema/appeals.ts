import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appealLifecycle, type AppealState } from '../../features/appeals/domain/lifecycle';
import { applications } from './applications';
import { id, instant } from './columns';
import { cities, organisations, users } from './people';

/** A start-up's appeal against a refusal; one for each decision. A trigger checks who decides it. */
export const appeals = pgTable(
  'appeals',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    reference: text('reference').notNull().unique(),
    /** When the contested decision was made, and why. */
    refusedAt: instant('refused_at').notNull(),
    refusalReason: text('refusal_reason').notNull(),
    grounds: text('grounds').notNull(),
    filedBy: uuid('filed_by')
      .notNull()
      .references(() => users.id),
    filedAt: instant('filed_at').notNull(),
    /** When the city must have decided. */
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<AppealState>().notNull().default('open'),
    decision: text('decision'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    unique('appeals_once').on(t.applicationId, t.refusedAt),
    check('appeals_state_known', sql.raw(appealLifecycle.check('state'))),
    check(
      'appeals_decided',
      sql`(${t.state} = 'open') = (num_nonnulls(${t.decision}, ${t.decidedBy}, ${t.decidedAt}) = 0)
        and num_nonnulls(${t.decision}, ${t.decidedBy}, ${t.decidedAt}) in (0, 3)`,
    ),
    index('appeals_city').on(t.cityId, t.id),
    uniqueIndex('appeals_one_open')
      .on(t.applicationId)
      .where(sql`state = 'open'`),
  ],
);
