import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { applications } from './applications';
import { awardImports, awardRows } from './awards';
import { createdAt, fenColumn, id, instant, onePoint } from './columns';
import { mandates } from './mandates';
import { cities, users } from './people';
import { programmes } from './programmes';

/** One officer's finding at one stage; the unique key makes a second decision impossible. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    stage: text('stage').$type<'first' | 'final' | 'objection'>().notNull(),
    outcome: text('outcome').$type<'pass' | 'refuse'>().notNull(),
    amountFen: fenColumn('amount_fen'),
    reason: text('reason').notNull(),
    noConflictDeclared: boolean('no_conflict_declared').notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
    /** The mandate under which it was given; the database sets it from the transaction. */
    mandateId: uuid('mandate_id')
      .default(sql`app.mandate()`)
      .references(() => mandates.id),
  },
  (t) => [
    unique('reviews_one_per_person').on(t.applicationId, t.reviewerId),
    check('reviews_stage_known', sql`${t.stage} in ('first', 'final', 'objection')`),
    check('reviews_outcome_known', sql`${t.outcome} in ('pass', 'refuse')`),
    check('reviews_no_conflict', sql`${t.noConflictDeclared}`),
  ],
);

/** A finished stage of review (初审, 专家评审 …): who finished it, when, and until when it was due. */
export const caseStages = pgTable(
  'case_stages',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    /** The place of the stage in the rules of the case, counted from 0. */
    number: integer('number').notNull(),
    dueAt: instant('due_at').notNull(),
    finishedBy: uuid('finished_by')
      .notNull()
      .references(() => users.id),
    finishedAt: instant('finished_at').notNull(),
    note: text('note'),
  },
  (t) => [
    check('case_stages_number', sql`${t.number} >= 0`),
    index('case_stages_case').on(t.applicationId, t.id),
  ],
);

/** A public notice (公示) of proposed awards: of cases, or of one list of awards without application. */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    reference: text('reference').notNull().unique(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
    publishedAt: instant('published_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    workingDays: integer('working_days').notNull(),
    closedAt: instant('closed_at'),
    /** The list whose rows are on this notice; empty for a notice of cases. */
    awardImportId: uuid('award_import_id').references(() => awardImports.id),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    withdrawalReason: text('withdrawal_reason'),
    createdAt: createdAt(),
  },
  (t) => [
    index('notices_ends').on(t.cityId, t.endsAt),
    // A list is published once, and again only after its notice was withdrawn.
    uniqueIndex('notices_one_of_list')
      .on(t.awardImportId)
      .where(sql`withdrawn_at is null`),
    check(
      'notices_withdrawn_whole',
      sql`num_nonnulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawalReason}) in (0, 3)
        and (${t.withdrawnAt} is null or ${t.awardImportId} is not null)`,
    ),
  ],
);

/** A line of a notice: what the public may read, fixed at publication. */
export const noticeItems = pgTable(
  'notice_items',
  {
    id: id(),
    noticeId: uuid('notice_id')
      .notNull()
      .references(() => notices.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    /** The case, or the row of a list, that the line is about. */
    applicationId: uuid('application_id').references(() => applications.id),
    awardRowId: uuid('award_row_id').references(() => awardRows.id),
    organisationName: text('organisation_name').notNull(),
    creditCodeMasked: text('credit_code_masked').notNull(),
    amountFen: fenColumn('amount_fen').notNull(),
    outcome: text('outcome')
      .$type<'pending' | 'cleared' | 'objected' | 'refused' | 'withdrawn'>()
      .notNull()
      .default('pending'),
  },
  (t) => [
    unique('notice_items_once').on(t.noticeId, t.applicationId),
    unique('notice_items_row_once').on(t.noticeId, t.awardRowId),
    index('notice_items_row').on(t.awardRowId),
    check('notice_items_one_subject', sql`num_nonnulls(${t.applicationId}, ${t.awardRowId}) = 1`),
    check(
      'notice_items_outcome_known',
      sql`${t.outcome} in ('pending', 'cleared', 'objected', 'refused', 'withdrawn')`,
    ),
  ],
);

/** An objection, in writing and with a name; anonymous objections are not accepted. */
export const objections = pgTable(
  'objections',
  {
    id: id(),
    noticeItemId: uuid('notice_item_id')
      .notNull()
      .references(() => noticeItems.id),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    applicationId: uuid('application_id').references(() => applications.id),
    awardRowId: uuid('award_row_id').references(() => awardRows.id),
    reference: text('reference').notNull().unique(),
    objectorName: text('objector_name').notNull(),
    objectorContact: text('objector_contact').notNull(),
    grounds: text('grounds').notNull(),
    state: text('state').$type<'open' | 'dismissed' | 'upheld'>().notNull().default('open'),
    resolution: text('resolution'),
    resolvedBy: uuid('resolved_by').references(() => users.id),
    resolvedAt: instant('resolved_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check('objections_state_known', sql`${t.state} in ('open', 'dismissed', 'upheld')`),
    check('objections_objector_point', onePoint(t.objectorName)),
    check('objections_one_subject', sql`num_nonnulls(${t.applicationId}, ${t.awardRowId}) = 1`),
    index('objections_row')
      .on(t.awardRowId)
      .where(sql`award_row_id is not null`),
  ],
);
