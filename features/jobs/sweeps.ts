import 'server-only';
import { expireOverdue } from '@/features/applications/commands';
import { listCities } from '@/features/people/queries';
import { expireHolds } from '@/features/redemptions/hold-commands';
import { closeDueNotices } from '@/features/reviews/notice-commands';
import { expireVouchers } from '@/features/vouchers/commands';
import { executeSweep, portalActor } from '@/lib/server/gate';

/** In this order: holds give back before their voucher goes. */
const sweeps = [closeDueNotices, expireOverdue, expireHolds, expireVouchers] as const;

/**
 * Does in every city what time has made due. Safe to run at any moment and twice at once: each
 * sweep locks what it changes and finds nothing the second time.
 */
export async function runSweeps(): Promise<void> {
  const cities = await listCities(portalActor(null));
  for (const city of cities) {
    for (const sweep of sweeps) await executeSweep(city.id, sweep);
  }
}
