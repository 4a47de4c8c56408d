import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';

/** Stands in a reference for the kind of paper: notice, objection, appeal, settlement, awards without application, redemption. */
type Paper = 'GS' | 'YY' | 'SS' | 'JS' | 'MS' | 'HX';

/**
 * Returns the next number of a kind of paper of the city, as `QY-GS-2026-000001`; of a case, which names no kind, as
 * `QY-2026-000001`. A number is given once, and is free again only where its transaction is undone.
 */
export async function nextReference(tx: Tx, cityId: string, paper?: Paper): Promise<string> {
  const [city] = await tx
    .select({ prefix: cities.prefix })
    .from(cities)
    .where(eq(cities.id, cityId));
  if (!city) throw new Error(`No city ${cityId}.`);
  const prefix = paper ? `${city.prefix}-${paper}` : city.prefix;
  const [row] = await tx.execute<{ reference: string }>(
    sql`select app.next_reference(${prefix}) as reference`,
  );
  if (!row) throw new Error('No reference was given.');
  return row.reference;
}
