import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { capDecisionLifecycle, type CapDecisionState } from '../../features/caps/domain/lifecycle';
import { applications } from './applications';
import { fenColumn, id, instant } from './columns';
import { documents } from './documents';
import { cities, organisations, users } from './people';

/** A decision of the city on a higher cap for one case, with its document; it needs two people. */
export const capDecisions = pgTable(
  'cap_decisions',
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
    capFen: fenColumn('cap_fen').notNull(),
    /** What the decision rests on: the number of a document, or the minutes of a meeting. */
    basis: text('basis').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    /** What the rules gave before the release and after it. */
    beforeFen: fenColumn('before_fen'),
    afterFen: fenColumn('after_fen'),
    state: text('state').$type<CapDecisionState>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was declined. */
    answer: text('answer'),
  },
  (t) => [
    check('cap_decisions_state_known', sql.raw(capDecisionLifecycle.check('state'))),
    check(
      'cap_decisions_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'cap_decisions_decided',
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check('cap_decisions_positive', sql`${t.capFen} > 0`),
    uniqueIndex('cap_decisions_one_open')
      .on(t.applicationId)
      .where(sql`state = 'proposed'`),
    index('cap_decisions_application').on(t.applicationId, t.id),
    index('cap_decisions_city').on(t.cityId, t.state),
  ],
);
