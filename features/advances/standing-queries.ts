import 'server-only';
import type { Tx } from '@/db/client';
import {
  listMovable,
  listWaitingPayIns,
  type WaitingPayIn,
} from '@/features/ledger/advance-queries';
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

/**
 * Lists by payment what payments that wait for a batch would pay into advances that get nothing any more, because the city has
 * ended them or does not list the vendor: the next batch takes it out.
 */
export async function listStopped(tx: Tx, cityId: string): Promise<Map<string, WaitingPayIn[]>> {
  const ended = (await listStanding(tx, cityId)).filter(({ running }) => !running);
  const found = await listWaitingPayIns(
    tx,
    ended.map(({ id }) => id),
  );
  const byPayment = new Map<string, WaitingPayIn[]>();
  for (const payIn of found) {
    byPayment.set(payIn.paymentId, [...(byPayment.get(payIn.paymentId) ?? []), payIn]);
  }
  return byPayment;
}
