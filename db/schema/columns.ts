import { sql } from 'drizzle-orm';
import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Fen } from '@/lib/money';

/** A time-ordered primary key made by the database. */
export const id = () =>
  uuid('id')
    .primaryKey()
    .default(sql`uuidv7()`);

/** An amount in fen: the name ends in `_fen`. */
export const fenColumn = (name: string) => bigint(name, { mode: 'bigint' }).$type<Fen>();

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** When the row came into being, on the portal's clock. */
export const createdAt = () =>
  instant('created_at')
    .notNull()
    .default(sql`app.now()`);
