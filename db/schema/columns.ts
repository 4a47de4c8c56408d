import { sql, type SQL } from 'drizzle-orm';
import { bigint, timestamp, uuid, type PgColumn } from 'drizzle-orm/pg-core';
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

/**
 * Returns the condition that a name of a person or a firm has no other point than U+00B7, whatever was typed (`plainName` in
 * lib/normal.ts). Two spellings would be two names.
 */
export const onePoint = (column: PgColumn): SQL =>
  sql`${column} !~ '[\\u2022\\u2027\\u2219\\u22c5\\u2e31\\u2e33\\u30fb\\uff65]'`;

/** Holds that a unit other than yuan and its price stand together. */
export const unitPriced: SQL = sql`(unit is null) = (unit_price_fen is null) and unit_price_fen > 0
  and unit in ('gpuHour', 'cardHour', 'millionTokens')`;
