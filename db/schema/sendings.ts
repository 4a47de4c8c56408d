import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

/**
 * Acts that were sent under a key and took effect, each with all of its input. A key that is sent again gets the answer kept
 * here, or is refused where the input differs.
 */
export const sendings = pgTable(
  'sendings',
  {
    /** The acting user; a fixed id for the public. */
    clientId: uuid('client_id').notNull(),
    key: text('key').notNull(),
    act: text('act').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** The value of the first answer; empty only while its transaction runs. */
    answer: jsonb('answer'),
    /** In real time, because the portal's clock does not decide how long a key is kept. */
    sentAt: timestamp('sent_at', { withTimezone: true, mode: 'date' })
      .notNull()
      .default(sql`now()`),
  },
  (t) => [primaryKey({ name: 'sendings_once', columns: [t.clientId, t.key] })],
);
