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

/** An official letter about a case: its facts at the time of issue, and its code. */
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
    /** Printed on the letter, for verifying it. */
    code: text('code').notNull().unique(),
    content: jsonb('content').$type<LetterContent>().notNull(),
    /** The hash of the content in its canonical form. */
    sha256: text('sha256').notNull(),
    issuedAt: instant('issued_at').notNull(),
    /** When a later decision annulled it. */
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
