import { sql } from 'drizzle-orm';
import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Fen } from '@/lib/money';

/** Returns a time-ordered primary key made by the database. */
export const id = () =>
  uuid('id')
    .primaryKey()
    .default(sql`uuidv7()`);

/** Returns a column for an amount in fen, whose name ends in `_fen`. */
export const fenColumn = (name: string) => bigint(name, { mode: 'bigint' }).$type<Fen>();

/** Returns a column for an instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Returns a column for when the row was created, by the portal's clock. */
export const createdAt = () =>
  instant('created_at')
    .notNull()
    .default(sql`app.now()`);
