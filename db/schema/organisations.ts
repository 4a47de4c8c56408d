import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PartyKind, Relation } from '../../features/organisations/domain/profile';
import {
  verificationLifecycle,
  type Registration,
  type VerificationState,
} from '../../features/organisations/domain/lifecycle';
import { createdAt, id, instant, onePoint } from './columns';
import { cities, organisations, users } from './people';

const ofOrganisation = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id);

/** The people a city may call; one of them is called first. */
export const organisationContacts = pgTable(
  'organisation_contacts',
  {
    id: id(),
    organisationId: ofOrganisation(),
    name: text('name').notNull(),
    post: text('post').notNull().default(''),
    phone: text('phone').notNull(),
    email: text('email').notNull().default(''),
    isMain: boolean('is_main').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    check('organisation_contacts_name_point', onePoint(t.name)),
    index('organisation_contacts_organisation').on(t.organisationId),
    uniqueIndex('organisation_contacts_one_main')
      .on(t.organisationId)
      .where(sql`is_main`),
  ],
);

/** Shareholders, and other related parties (关联方). */
export const organisationParties = pgTable(
  'organisation_parties',
  {
    id: id(),
    organisationId: ofOrganisation(),
    kind: text('kind').$type<PartyKind>().notNull(),
    name: text('name').notNull(),
    creditCode: text('credit_code').notNull().default(''),
    relation: text('relation').$type<Relation>(),
    /** In hundredths of a percent. */
    share: integer('share'),
    createdAt: createdAt(),
  },
  (t) => [
    check('organisation_parties_name_point', onePoint(t.name)),
    index('organisation_parties_organisation').on(t.organisationId),
    uniqueIndex('organisation_parties_code_once')
      .on(t.organisationId, t.kind, t.creditCode)
      .where(sql`credit_code <> ''`),
    check('organisation_parties_kind_known', sql`${t.kind} in ('shareholder', 'related')`),
    check(
      'organisation_parties_relation_known',
      sql`${t.relation} is null or ${t.relation} in ('invested', 'common_controller', 'management', 'family', 'other')`,
    ),
    check(
      'organisation_parties_whole',
      sql`case when ${t.kind} = 'shareholder' then ${t.share} is not null and ${t.relation} is null
        else ${t.relation} is not null end`,
    ),
    check(
      'organisation_parties_share_possible',
      sql`${t.share} is null or ${t.share} between 1 and 10000`,
    ),
  ],
);

/** An organisation's request that a city check its licence, and the city's answer. */
export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    organisationId: ofOrganisation(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    state: text('state')
      .$type<VerificationState>()
      .notNull()
      .default(verificationLifecycle.initial),
    /** The registration in the request, and later the one that was verified. */
    registration: jsonb('registration').$type<Registration>().notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    requestedAt: instant('requested_at').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
    lapsedAt: instant('lapsed_at'),
  },
  (t) => [
    check('verifications_state_known', sql.raw(verificationLifecycle.check('state'))),
    check(
      'verifications_decided',
      sql`(${t.state} = 'requested') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`,
    ),
    check(
      'verifications_refusal_reason',
      sql`(${t.state} = 'refused') = (${t.reason} is not null)`,
    ),
    check('verifications_lapsed_at', sql`(${t.state} = 'lapsed') = (${t.lapsedAt} is not null)`),
    uniqueIndex('verifications_one_open')
      .on(t.organisationId, t.cityId)
      .where(sql`state in ('requested', 'verified')`),
    index('verifications_city').on(t.cityId, t.id),
    index('verifications_organisation').on(t.organisationId),
  ],
);
