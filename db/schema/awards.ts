import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import {
  awardImportLifecycle,
  awardRowLifecycle,
  type AwardImportState,
  type AwardRowState,
} from '../../features/awards/domain/lifecycle';
import type { Mapping } from '../../features/awards/domain/mapping';
import type { Problems } from '../../features/awards/domain/problems';
import { createdAt, fenColumn, id, instant } from './columns';
import { cities, organisations, users } from './people';
import { programmes, programmeVersions } from './programmes';

/** A list of firms that get awards without applying (免申即享): prepared by one official, released by another. */
export const awardImports = pgTable(
  'award_imports',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    /** The rules in force when the list was handed in. */
    versionId: uuid('version_id')
      .notNull()
      .references(() => programmeVersions.id),
    reference: text('reference').notNull().unique(),
    state: text('state').$type<AwardImportState>().notNull(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    sizeBytes: integer('size_bytes').notNull(),
    /** The headings of the columns, as the file has them. */
    headers: text('headers').array().notNull(),
    mapping: jsonb('mapping').$type<Mapping>(),
    rowCount: integer('row_count').notNull().default(0),
    readyCount: integer('ready_count').notNull().default(0),
    problemCount: integer('problem_count').notNull().default(0),
    setAsideCount: integer('set_aside_count').notNull().default(0),
    /** How many rows have each problem, by code. */
    problemSummary: jsonb('problem_summary').$type<Record<string, number>>().notNull().default({}),
    /** The sum of the rows that are ready. */
    totalFen: fenColumn('total_fen')
      .notNull()
      .default(sql`0`),
    checkedAt: instant('checked_at'),
    proposedBy: uuid('proposed_by').references(() => users.id),
    proposedAt: instant('proposed_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Who put it on public notice, and the last instant of that notice; empty where it is not on notice. */
    publishedBy: uuid('published_by').references(() => users.id),
    publishedAt: instant('published_at'),
    noticeEndsAt: instant('notice_ends_at'),
    /** Why it was declined, withdrawn from its notice or discarded. */
    reason: text('reason'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    check('award_imports_state_known', sql.raw(awardImportLifecycle.check('state'))),
    check(
      'award_imports_four_eyes',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      'award_imports_whole',
      sql`${t.state} not in ('proposed', 'publicised', 'released') or (${t.proposedBy} is not null
        and ${t.readyCount} + ${t.setAsideCount} = ${t.rowCount}
        and (${t.readyCount} > 0 or ${t.state} = 'publicised'))`,
    ),
    check('award_imports_released_by', sql`${t.state} <> 'released' or ${t.decidedBy} is not null`),
    check(
      'award_imports_published_four_eyes',
      sql`${t.publishedBy} is null or ${t.publishedBy} <> ${t.proposedBy}`,
    ),
    check(
      'award_imports_published_whole',
      sql`num_nonnulls(${t.publishedBy}, ${t.publishedAt}, ${t.noticeEndsAt}) in (0, 3)
        and (${t.state} <> 'publicised' or ${t.publishedBy} is not null)`,
    ),
    // The same file twice must not make vouchers twice.
    uniqueIndex('award_imports_same_file')
      .on(t.programmeId, t.fileSha256)
      .where(sql`state <> 'discarded'`),
    // A firm's awards of the year are counted once, at the proposal, so a second list may not be proposed meanwhile.
    uniqueIndex('award_imports_one_proposed')
      .on(t.programmeId)
      .where(sql`state = 'proposed'`),
    index('award_imports_city').on(t.cityId, t.id),
    unique('award_imports_whole_key').on(t.id, t.cityId, t.programmeId),
  ],
);

/** One firm of a list: its text in the file, what was read from it, and what is wrong with it. */
export const awardRows = pgTable(
  'award_rows',
  {
    id: id(),
    importId: uuid('import_id').notNull(),
    cityId: uuid('city_id').notNull(),
    programmeId: uuid('programme_id').notNull(),
    /** The row in the file, counted as spreadsheets do. */
    line: integer('line').notNull(),
    cells: text('cells').array().notNull(),
    state: text('state').$type<AwardRowState>().notNull(),
    creditCode: text('credit_code'),
    name: text('name'),
    email: text('email'),
    /** The contract or the period of the award; together with the code it identifies an award. */
    contractReference: text('contract_reference'),
    /** The reference in its normal form, which identifies it. */
    referenceKey: text('reference_key'),
    registeredOn: date('registered_on'),
    baseFen: fenColumn('base_fen'),
    amountFen: fenColumn('amount_fen'),
    problems: jsonb('problems').$type<Problems>().notNull().default({}),
    problemCodes: text('problem_codes').array().notNull().default([]),
    duplicateOf: uuid('duplicate_of').references((): AnyPgColumn => awardRows.id),
    setAsideReason: text('set_aside_reason'),
    /** The firm on the portal, once the voucher is issued. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
  },
  (t) => [
    check('award_rows_state_known', sql.raw(awardRowLifecycle.check('state'))),
    check(
      'award_rows_ready_whole',
      sql`${t.state} not in ('ready', 'publicised', 'objected', 'issued') or (${t.creditCode} is not null
        and ${t.name} is not null and ${t.contractReference} is not null
        and ${t.amountFen} is not null and ${t.amountFen} > 0 and ${t.problemCodes} = '{}')`,
    ),
    check(
      'award_rows_key_with_reference',
      sql`(${t.referenceKey} is null) = (${t.contractReference} is null)`,
    ),
    check('award_rows_problem_named', sql`${t.state} <> 'problem' or ${t.problemCodes} <> '{}'`),
    check(
      'award_rows_issued_to_somebody',
      sql`${t.state} <> 'issued' or ${t.organisationId} is not null`,
    ),
    check(
      'award_rows_set_aside_reason',
      sql`${t.state} <> 'set_aside' or ${t.setAsideReason} is not null`,
    ),
    // One check replaces three for each row of a long list, and keeps a row in the same city as its list.
    foreignKey({
      name: 'award_rows_import',
      columns: [t.importId, t.cityId, t.programmeId],
      foreignColumns: [awardImports.id, awardImports.cityId, awardImports.programmeId],
    }),
    unique('award_rows_line').on(t.importId, t.line),
    index('award_rows_state').on(t.importId, t.state, t.line),
    index('award_rows_firm').on(t.programmeId, t.creditCode),
    // The last check, after all others: one award for each contract or period of a firm, from its public notice on.
    uniqueIndex('award_rows_issued_once')
      .on(t.programmeId, t.creditCode, t.referenceKey)
      .where(sql`state in ('publicised', 'objected', 'issued')`),
    index('award_rows_organisation')
      .on(t.organisationId)
      .where(sql`organisation_id is not null`),
  ],
);
