import { sql } from 'drizzle-orm';
import {
  boolean,
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
  applicationLifecycle,
  promisedStates,
  type ApplicationState,
} from '../../features/applications/domain/lifecycle';
import { createdAt, fenColumn, id, instant } from './columns';
import { pools } from './ledger';
import { mandates } from './mandates';
import { cities, organisations, users } from './people';
import { programmes, programmeVersions, rounds } from './programmes';

export type Answers = Record<string, string>;

/** One start-up's case under one version of one programme. */
export const applications = pgTable(
  'applications',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => programmeVersions.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    /** Set at submission: `QY-2026-000123`. */
    reference: text('reference').unique(),
    /** The text that is searched: reference and name of the project, in the form of lib/normal.ts. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(
        sql`app.search_text(coalesce(reference, '')) || ' ' || app.search_text(coalesce(answers ->> 'projectName', ''))`,
      ),
    state: text('state').$type<ApplicationState>().notNull().default('draft'),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** Field name → where its answer came from, for the answers that the applicant has not changed. */
    sources: jsonb('sources')
      .$type<Record<string, string>>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    /** Counts saves; a save based on an older revision is refused. */
    revision: integer('revision').notNull().default(0),
    /** The result of the rules at submission, and the explanation shown then. */
    assessedFen: fenColumn('assessed_fen'),
    recommendedFen: fenColumn('recommended_fen'),
    approvedFen: fenColumn('approved_fen'),
    /** The pool that has promised the approved amount; set by the database, empty while nothing is promised. */
    promisePoolId: uuid('promise_pool_id').references(() => pools.id),
    assigneeId: uuid('assignee_id').references(() => users.id),
    firstReviewerId: uuid('first_reviewer_id').references(() => users.id),
    finalReviewerId: uuid('final_reviewer_id').references(() => users.id),
    submittedBy: uuid('submitted_by').references(() => users.id),
    submittedAt: instant('submitted_at'),
    /** The service deadline; moved by the time the case was with the applicant. */
    dueAt: instant('due_at'),
    /** The open stage of review, counted from 0, where the rules name stages; empty once all are finished. */
    stage: integer('stage'),
    /** The last day of the open stage; moved by the time the case was with the applicant. */
    stageDueAt: instant('stage_due_at'),
    /** When the service clock stopped; empty while it runs. */
    pausedAt: instant('paused_at'),
    corrected: boolean('corrected').notNull().default(false),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    /** Until when a refusal may be appealed against; empty after an appeal and where there is no refusal. */
    appealBy: instant('appeal_by'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`app.now()`),
  },
  (t) => [
    check('applications_state_known', sql.raw(applicationLifecycle.check('state'))),
    check(
      'applications_four_eyes',
      sql`${t.finalReviewerId} is null or ${t.finalReviewerId} <> ${t.firstReviewerId}`,
    ),
    check('applications_approved_positive', sql`${t.approvedFen} is null or ${t.approvedFen} > 0`),
    check(
      'applications_promised',
      sql`(${sql.raw(`state in (${promisedStates.map((state) => `'${state}'`).join(', ')})`)}) = (${t.promisePoolId} is not null)`,
    ),
    check(
      'applications_stage_open',
      sql`(${t.stage} is null) = (${t.stageDueAt} is null) and (${t.stage} is null
        or ${t.state} not in ('first_passed', 'awaiting_funds', 'awaiting_share', 'final_passed', 'publicised', 'objected', 'approved', 'issued'))`,
    ),
    index('applications_promise_pool')
      .on(t.promisePoolId)
      .where(sql`promise_pool_id is not null`),
    // One running case per start-up and round, so that a double click cannot make two.
    uniqueIndex('applications_one_running')
      .on(t.organisationId, t.roundId)
      .where(sql`state not in ('issued', 'rejected', 'withdrawn', 'expired')`),
    index('applications_queue').on(t.cityId, t.state, t.dueAt, t.id),
    index('applications_contract').using(
      'hash',
      sql`app.identity_key(answers ->> 'contractNumber')`,
    ),
    index('applications_organisation').on(t.organisationId, t.id),
  ],
);

/** The answers of the form at each submission. */
export const applicationRevisions = pgTable(
  'application_revisions',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    number: integer('number').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** Explained calculation, as shown to the applicant. */
    assessment: jsonb('assessment').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (t) => [unique('application_revisions_number').on(t.applicationId, t.number)],
);

/** The one complete request to correct named fields (一次性补正). */
export const corrections = pgTable('corrections', {
  id: id(),
  applicationId: uuid('application_id')
    .notNull()
    .references(() => applications.id)
    .unique('corrections_once'),
  /** Field name → what is wrong with it. */
  fields: jsonb('fields').$type<Record<string, string>>().notNull(),
  message: text('message').notNull(),
  requestedBy: uuid('requested_by')
    .notNull()
    .references(() => users.id),
  requestedAt: instant('requested_at').notNull(),
  dueAt: instant('due_at').notNull(),
  answeredAt: instant('answered_at'),
  /** The mandate under which it was requested; the database sets it from the transaction. */
  mandateId: uuid('mandate_id')
    .default(sql`app.mandate()`)
    .references(() => mandates.id),
});

/** A colleague's request that an owner submit, with the answers at that time, so that later changes can be shown. */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    state: text('state')
      .$type<'open' | 'signed' | 'returned' | 'cancelled'>()
      .notNull()
      .default('open'),
    note: text('note').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** Requirement → ids of its files. */
    files: jsonb('files').$type<Record<string, string[]>>().notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    requestedAt: instant('requested_at').notNull(),
    answeredBy: uuid('answered_by').references(() => users.id),
    answeredAt: instant('answered_at'),
    /** Why the owner sent it back. */
    reason: text('reason'),
  },
  (t) => [
    check('sign_offs_state_known', sql`${t.state} in ('open', 'signed', 'returned', 'cancelled')`),
    check('sign_offs_answered', sql`(${t.state} = 'open') = (${t.answeredAt} is null)`),
    check('sign_offs_reason', sql`${t.state} <> 'returned' or ${t.reason} <> ''`),
    check(
      'sign_offs_other_person',
      sql`${t.state} <> 'returned' or ${t.answeredBy} <> ${t.requestedBy}`,
    ),
    uniqueIndex('sign_offs_one_open')
      .on(t.applicationId)
      .where(sql`state = 'open'`),
    index('sign_offs_organisation').on(t.organisationId, t.id),
  ],
);
