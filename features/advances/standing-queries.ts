import 'server-only';
import type { Tx } from '@/db/client';
import { listMovable } from '@/features/ledger/advance-queries';
import { listedVendors } from '@/features/vendors/queries';
import type { Standing } from './domain/cover';

/**
 * Lists the advances of a city, or of one payee there, as a settlement finds them. Nothing is paid into the advance of a vendor
 * that the city does not list any more.
 */
export async function listStanding(
  tx: Tx,
  cityId: string,
  payeeId?: string,
): Promise<(Standing & { payeeId: string })[]> {
  const rows = await listMovable(tx, cityId, payeeId);
  if (rows.length === 0) return [];
  const listed = new Set((await listedVendors(tx, cityId)).map(({ id }) => id));
  return rows.map((row) => ({ ...row, running: row.running && listed.has(row.payeeId) }));
}
