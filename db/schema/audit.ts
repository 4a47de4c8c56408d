import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns';

/** Who did what to what, under which rules; the application may only add rows. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    /** The name at that time, because the record outlives the account. */
    actorName: text('actor_name').notNull(),
    /** The name in the form that is searched. */
    actorSearch: text('actor_search')
      .notNull()
      .generatedAlwaysAs(sql`app.search_text(actor_name)`),
    actorRole: text('actor_role').notNull(),
    /** A past participle with its noun: `application.submitted`. */
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    applicationId: uuid('application_id'),
    voucherId: uuid('voucher_id'),
    cityId: uuid('city_id'),
    organisationId: uuid('organisation_id'),
    /** The programme version whose rules applied. */
    versionId: uuid('version_id'),
    data: jsonb('data').$type<Record<string, string | number | boolean | null>>().notNull(),
    /** The mandate under which it was done. It stands in the data, which are sealed. */
    mandateId: uuid('mandate_id').generatedAlwaysAs(sql`(data ->> 'mandateId')::uuid`),
  },
  (t) => [
    index('audit_events_application').on(t.applicationId, t.id),
    index('audit_events_city').on(t.cityId, t.id),
    index('audit_events_subject').on(t.subjectId, t.id),
    index('audit_events_day').on(t.cityId, t.at),
    index('audit_events_action').on(t.cityId, t.action, t.id),
    index('audit_events_subject_kind').on(t.cityId, t.subjectKind, t.id),
    index('audit_events_mandate')
      .on(t.cityId, t.mandateId, t.id)
      .where(sql`mandate_id is not null`),
    index('audit_events_actor').on(t.cityId, t.actorId, t.id),
  ],
);
