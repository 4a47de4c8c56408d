import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { OrganisationKind } from '../../lib/organisation-kind';
import { createdAt, id, instant, onePoint } from './columns';

/** A city government that runs programmes: the tenant. */
export const cities = pgTable('cities', {
  id: id(),
  slug: text('slug').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** The bureau in charge, as printed on notices and certificates. */
  bureauZh: text('bureau_zh').notNull(),
  bureauEn: text('bureau_en').notNull(),
  /** Two to four capitals at the start of every reference number of the city. */
  prefix: text('prefix').notNull().unique(),
  phone: text('phone').notNull(),
  address: text('address').notNull(),
  createdAt: createdAt(),
});

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    locale: text('locale').notNull().default('zh-CN'),
    disabledAt: instant('disabled_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check('users_email_normal', sql`${t.email} = lower(${t.email})`),
    check('users_name_point', onePoint(t.name)),
    check('users_locale_known', sql`${t.locale} in ('zh-CN', 'en')`),
  ],
);

/** A start-up, a compute vendor, or an agency that acts for cities; its unified social credit code identifies it everywhere. */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    kind: text('kind').$type<OrganisationKind>().notNull(),
    creditCode: text('credit_code').notNull().unique('organisations_credit_code_unique'),
    name: text('name').notNull(),
    nameEn: text('name_en'),
    /** enterprise, institute, university: each programme admits some of these. */
    applicantType: text('applicant_type').notNull().default('enterprise'),
    region: text('region').notNull(),
    address: text('address').notNull(),
    /** Unknown for a firm that got an award before it joined the portal, until it enters the date itself. */
    registeredOn: date('registered_on'),
    legalRepresentative: text('legal_representative').notNull(),
    size: text('size'),
    sector: text('sector'),
    onePerson: boolean('one_person'),
    /** The text that is searched: both names and the code, in the form of lib/normal.ts. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(
        sql`app.search_text(name) || ' ' || app.search_text(coalesce(name_en, '')) || ' ' || app.search_text(credit_code)`,
      ),
    /** Increases with every change of the business licence's data. */
    revision: integer('revision').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    check('organisations_name_point', onePoint(t.name)),
    check('organisations_representative_point', onePoint(t.legalRepresentative)),
    check('organisations_kind_known', sql`${t.kind} in ('startup', 'vendor', 'operator')`),
    check(
      'organisations_applicant_type_known',
      sql`${t.applicantType} in ('enterprise', 'institute', 'university')`,
    ),
    check(
      'organisations_size_known',
      sql`${t.size} is null or ${t.size} in ('micro', 'small', 'medium', 'large')`,
    ),
    check(
      'organisations_sector_known',
      sql`${t.sector} is null or ${t.sector} in ('software', 'manufacturing', 'science_services', 'other')`,
    ),
    check('organisations_credit_code_shape', sql`${t.creditCode} ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'`),
  ],
);

/** The account that a payee is paid to; in a table of its own because fewer users may read it. */
export const bankAccounts = pgTable(
  'bank_accounts',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    accountName: text('account_name').notNull(),
    accountNumber: text('account_number').notNull(),
    bankName: text('bank_name').notNull(),
    cnapsCode: text('cnaps_code').notNull(),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`app.now()`),
    /** A change that was requested; it is paid to from `nextEffectiveAt`, which a second person of the organisation sets. */
    nextAccountNumber: text('next_account_number'),
    nextBankName: text('next_bank_name'),
    nextCnapsCode: text('next_cnaps_code'),
    nextRequestedBy: uuid('next_requested_by').references(() => users.id),
    nextRequestedAt: instant('next_requested_at'),
    nextConfirmedBy: uuid('next_confirmed_by').references(() => users.id),
    nextEffectiveAt: instant('next_effective_at'),
  },
  (t) => [
    check('bank_accounts_name_point', onePoint(t.accountName)),
    check(
      'bank_accounts_next_whole',
      sql`num_nonnulls(${t.nextAccountNumber}, ${t.nextBankName}, ${t.nextCnapsCode}, ${t.nextRequestedBy}, ${t.nextRequestedAt}) in (0, 5)
        and num_nonnulls(${t.nextConfirmedBy}, ${t.nextEffectiveAt}) in (0, 2)
        and (${t.nextConfirmedBy} is null or ${t.nextRequestedBy} is not null)`,
    ),
    check(
      'bank_accounts_next_four_eyes',
      sql`${t.nextConfirmedBy} is null or ${t.nextConfirmedBy} <> ${t.nextRequestedBy}`,
    ),
    check(
      'bank_accounts_next_waits',
      sql`${t.nextEffectiveAt} is null or ${t.nextEffectiveAt} >= ${t.nextRequestedAt} + interval '72 hours'`,
    ),
  ],
);

/** A user's role and its place: one city, one organisation, or the platform. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').notNull(),
    cityId: uuid('city_id').references(() => cities.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** When it ends by itself, if it has an end. */
    endsAt: instant('ends_at'),
    endedAt: instant('ended_at'),
    createdAt: createdAt(),
  },
  (t) => [
    // Nulls count as equal: the index is in the migration, because it cannot be declared here.
    uniqueIndex('memberships_one_role_per_place')
      .on(t.userId, t.role, t.cityId, t.organisationId)
      .where(sql`ended_at is null`),
    uniqueIndex('memberships_one_per_startup')
      .on(t.userId, t.organisationId)
      .where(sql`ended_at is null and role in ('owner', 'member', 'viewer')`),
    index('memberships_user').on(t.userId),
    index('memberships_city').on(t.cityId),
    index('memberships_organisation').on(t.organisationId),
    check(
      'memberships_role_fits_place',
      sql`case
        when ${t.role} in ('owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance', 'operator_admin', 'operator_staff')
          then ${t.organisationId} is not null and ${t.cityId} is null
        when ${t.role} in ('manager', 'reviewer', 'approver', 'finance', 'city_admin', 'auditor')
          then ${t.cityId} is not null and ${t.organisationId} is null
        when ${t.role} = 'platform_admin' then ${t.cityId} is null and ${t.organisationId} is null
        else false end`,
    ),
    // An outside adviser only reads, and for a limited time; owners, a vendor's finance and an agency's head have no end.
    check(
      'memberships_end_fits_role',
      sql`case when ${t.role} = 'viewer' then ${t.endsAt} is not null
        when ${t.role} in ('owner', 'vendor_finance', 'operator_admin') then ${t.endsAt} is null else true end`,
    ),
  ],
);

/** A single-use invitation for an address, a role and a place; only its hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    role: text('role').notNull(),
    cityId: uuid('city_id').references(() => cities.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => users.id),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
    /** When the role that it gives ends by itself. */
    endsAt: instant('ends_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check('invitations_one_place', sql`(${t.cityId} is null) <> (${t.organisationId} is null)`),
    index('invitations_organisation').on(t.organisationId),
  ],
);

/** A signed-in browser; revoking the row signs it out at once. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the random session id in the cookie's envelope. */
    idHash: text('id_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    membershipId: uuid('membership_id').references(() => memberships.id),
    device: text('device').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Links for setting a forgotten password anew: only the hash of each link's token, and only one open link for each user. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the token in the mail's link. */
    tokenHash: text('token_hash').notNull().unique('password_resets_token_unique'),
    requestedAt: instant('requested_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** When a newer link replaced it. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('password_resets_one_end', sql`num_nonnulls(${t.usedAt}, ${t.endedAt}) <= 1`),
    uniqueIndex('password_resets_one_open')
      .on(t.userId)
      .where(sql`used_at is null and ended_at is null`),
    index('password_resets_expires').on(t.expiresAt),
  ],
);

/** Attempts at signing in, signing up and objecting, by the key that is counted: app.take_attempt. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  { id: id(), key: text('key').notNull(), at: instant('at').notNull() },
  (t) => [index('sign_in_attempts_key').on(t.key, t.at), index('sign_in_attempts_at').on(t.at)],
);

/** How far demonstration mode has moved the portal's clock; empty in a real installation. */
export const portalClock = pgTable(
  'portal_clock',
  {
    one: text('one').primaryKey().default('clock'),
    aheadSeconds: jsonb('ahead_seconds').$type<number>().notNull().default(0),
  },
  (t) => [check('portal_clock_single', sql`${t.one} = 'clock'`)],
);
