import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns';
import { cities } from './people';

/** Returns the column for a city, or the nil id for the events that belong to no city. */
const chainCity = () => uuid('city_id').notNull();
const count = (name: string) => bigint(name, { mode: 'number' }).notNull();

/** The chain of a city: locked while a seal is added to it. */
export const sealChains = pgTable('seal_chains', {
  cityId: uuid('city_id').primaryKey(),
  /** The beginning of the last run that has sealed everything it saw, by the portal's clock. */
  ranAt: instant('ran_at'),
});

/** A seal over some rows of one kind: its hash covers the seal before it and every row. */
export const seals = pgTable(
  'seals',
  {
    cityId: chainCity(),
    number: count('number'),
    kind: text('kind').$type<'entry' | 'event'>().notNull(),
    rows: integer('rows').notNull(),
    /** The rows of this seal and of all before it. */
    total: count('total'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    /** The beginning of the complete run before: rows that are dated well before it were dated back. */
    ranAfter: instant('ran_after'),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cityId, t.number] }),
    unique('seals_no_fork').on(t.cityId, t.previousHash),
    check('seals_kind_known', sql`${t.kind} in ('entry', 'event')`),
    check('seals_not_empty', sql`${t.rows} > 0 and ${t.total} >= ${t.rows}`),
  ],
);

/** A row that is sealed: in which seal, at which place, and the hash of its canonical text. */
export const sealedRows = pgTable(
  'sealed_rows',
  {
    kind: text('kind').$type<'entry' | 'event'>().notNull(),
    rowId: uuid('row_id').notNull(),
    cityId: chainCity(),
    seal: count('seal'),
    position: integer('position').notNull(),
    rowHash: text('row_hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.rowId] }),
    unique('sealed_rows_one_place').on(t.cityId, t.seal, t.position),
    foreignKey({
      name: 'sealed_rows_seal',
      columns: [t.cityId, t.seal],
      foreignColumns: [seals.cityId, seals.number],
    }),
  ],
);

/** The last seal of a chain after a day was over, published once and never changed. */
export const publishedHeads = pgTable(
  'published_heads',
  {
    cityId: chainCity(),
    day: date('day', { mode: 'string' }).notNull(),
    seal: count('seal'),
    hash: text('hash').notNull(),
    total: count('total'),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cityId, t.day] }),
    foreignKey({
      name: 'published_heads_seal',
      columns: [t.cityId, t.seal],
      foreignColumns: [seals.cityId, seals.number],
    }),
    index('published_heads_day').on(t.day, t.cityId),
  ],
);

/** What the last check of each kind looked at and found. */
export const proofChecks = pgTable(
  'proof_checks',
  {
    cityId: chainCity(),
    kind: text('kind').$type<'recent' | 'full' | 'chain'>().notNull(),
    at: instant('at').notNull(),
    /** The same moment by the real clock, which the demonstration's does not move. */
    ranAt: instant('ran_at').notNull(),
    lookedAt: count('looked_at'),
    found: integer('found').notNull(),
    firstName: text('first_name'),
    firstSubject: text('first_subject'),
    firstDetail: jsonb('first_detail').$type<Record<string, string>>(),
    /** The last voucher that the check of all vouchers in turn has looked at. */
    resumeAfter: uuid('resume_after'),
  },
  (t) => [
    primaryKey({ columns: [t.cityId, t.kind] }),
    check('proof_checks_kind_known', sql`${t.kind} in ('recent', 'full', 'chain')`),
    check('proof_checks_first', sql`(${t.found} = 0) = (${t.firstName} is null)`),
  ],
);

/** A difference that a check found, from when it was first seen until it was seen no longer. */
export const proofFindings = pgTable(
  'proof_findings',
  {
    id: id(),
    cityId: chainCity(),
    source: text('source').$type<'books' | 'chain' | 'day'>().notNull(),
    name: text('name').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').$type<Record<string, string>>().notNull(),
    foundAt: instant('found_at').notNull(),
    goneAt: instant('gone_at'),
  },
  (t) => [
    check('proof_findings_source_known', sql`${t.source} in ('books', 'chain', 'day')`),
    uniqueIndex('proof_findings_one_open')
      .on(t.cityId, t.source, t.name, t.subject)
      .where(sql`gone_at is null`),
  ],
);

/** The sums of a city at the end of a day, all of one moment. */
export const dayEnds = pgTable(
  'day_ends',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    day: date('day', { mode: 'string' }).notNull(),
    /** When the sums were taken: shortly after midnight, later where the worker stood still. */
    takenAt: instant('taken_at').notNull(),
    /** Amounts in fen as text, by their names in features/proof/domain/reconciliation.ts. */
    figures: jsonb('figures').$type<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.cityId, t.day] })],
);
