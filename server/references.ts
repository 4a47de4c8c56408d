import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';

/**
 * The kind of document in a reference: notice, objection, appeal, settlement, awards without application, redemption, claim,
 * recovery, bill to a funder, change of a voucher, proposal about an advance.
 */
type Paper = 'GS' | 'YY' | 'SS' | 'JS' | 'MS' | 'HX' | 'DF' | 'ZH' | 'ZD' | 'BG' | 'BY';

/**
 * Returns the next number for a kind of document of the city, such as `QY-GS-2026-000001`; without a kind the next number of
 * a case, such as `QY-2026-000001`. Each number is used once; only if its transaction is rolled back it becomes free again.
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
