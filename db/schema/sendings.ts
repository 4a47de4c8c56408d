import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

/**
 * Acts that were sent under a key and had their effect, each with everything that made it. A key that
 * comes again is answered from here, or refused where it brings something else.
 */
export const sendings = pgTable(
  'sendings',
  {
    /** The acting person; a fixed id for the public. */
    clientId: uuid('client_id').notNull(),
    key: text('key').notNull(),
    act: text('act').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** The value of the first answer; empty only while its transaction runs. */
    answer: jsonb('answer'),
    /** Real time: how long a key is remembered is no matter of the portal's clock. */
    sentAt: timestamp('sent_at', { withTimezone: true, mode: 'date' })
      .notNull()
      .default(sql`now()`),
  },
  (t) => [primaryKey({ name: 'sendings_once', columns: [t.clientId, t.key] })],
);
