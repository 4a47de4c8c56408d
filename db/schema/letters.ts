import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  letterKinds,
  type LetterContent,
  type LetterKind,
} from '../../features/letters/domain/letter';
import { applications } from './applications';
import { id, instant } from './columns';
import { cities, organisations } from './people';

/** An official letter about a case: its facts as they were when it was issued, and its code. */
export const letters = pgTable(
  'letters',
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
    kind: text('kind').$type<LetterKind>().notNull(),
    /** Counts the letters of one kind about one case. */
    number: integer('number').notNull(),
    /** Printed on it, and good for verifying it. */
    code: text('code').notNull().unique(),
    content: jsonb('content').$type<LetterContent>().notNull(),
    /** Of the content in its canonical form. */
    sha256: text('sha256').notNull(),
    issuedAt: instant('issued_at').notNull(),
    /** When a later decision took it back. */
    annulledAt: instant('annulled_at'),
  },
  (t) => [
    unique('letters_number').on(t.applicationId, t.kind, t.number),
    check(
      'letters_kind_known',
      sql.raw(`kind in (${letterKinds.map((kind) => `'${kind}'`).join(', ')})`),
    ),
    check('letters_number_positive', sql`${t.number} > 0`),
  ],
);
