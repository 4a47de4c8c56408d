import { sql } from 'drizzle-orm';
import type { Tx } from './client';

/** Returns a time-ordered id made by the database, for a row whose id is needed before it is written. */
export async function newId(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select uuidv7() as id`);
  if (!row) throw new Error('The database gave no id.');
  return row.id;
}
