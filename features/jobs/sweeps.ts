import 'server-only';
import { expireOverdue } from '@/features/applications/commands';
import { listCities } from '@/features/people/queries';
import { lapseClaims } from '@/features/claims/sweep-commands';
import { endDuePauses } from '@/features/pauses/register/end-commands';
import { expireHolds } from '@/features/redemptions/hold-commands';
import { confirmSilent } from '@/features/redemptions/silence-commands';
import { moveDeadlines } from './move-deadlines';
import { fundWaiting } from '@/features/reviews/funds-commands';
import { closeDueNotices } from '@/features/notices/commands';
import { expireVouchers } from '@/features/vouchers/commands';
import { forgetRates } from '@/server/api/rate-limit';
import { executeSweep, portalActor } from '@/server/gate';
import { forgetSendings } from '@/server/once';
import { warnOfMissingYear } from './calendar-warning';
import { writeDigests } from './digests';
import { remind } from './reminders';

/**
 * The order matters: deadlines that the calendar moves are moved before they end, pauses that are over end before anything
 * expires, holds and claims end before their voucher expires, released money goes to the cases that wait for it, and no reminder is sent for what
 * is over.
 */
const sweeps = [
  moveDeadlines,
  closeDueNotices,
  expireOverdue,
  confirmSilent,
  endDuePauses,
  expireHolds,
  lapseClaims,
  expireVouchers,
  fundWaiting,
  remind,
] as const;

/** Runs all sweeps of one city. Errors of single sweeps are collected and returned at the end. */
async function sweepCity(cityId: string): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const sweep of sweeps) {
    try {
      const outcome = await executeSweep(cityId, sweep);
      // Another run has been working here for some time, and does what is due.
      if (outcome.ok && !outcome.value) break;
    } catch (error) {
      faults.push(error);
    }
  }
  return faults;
}

/**
 * Does in every city what time has made due. Safe to run at any moment and twice at once: the sweeps of a
 * city run one after the other, and pass over rows that a user has locked. A sweep that fails does not stop
 * the others.
 * @param only limits the run to these cities, where nothing can be due in any other
 * @throws AggregateError afterwards, with every error
 */
export async function runSweeps(only?: ReadonlySet<string>): Promise<void> {
  const cities = await listCities(portalActor(null));
  const faults: unknown[] = [];
  await forgetRates().catch((error: unknown) => faults.push(error));
  await forgetSendings().catch((error: unknown) => faults.push(error));
  for (const city of cities) {
    if (only?.has(city.id) === false) continue;
    faults.push(...(await sweepCity(city.id)));
  }
  await warnOfMissingYear().catch((error: unknown) => faults.push(error));
  await writeDigests().catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, 'Some sweeps failed.');
}
