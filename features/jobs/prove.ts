import 'server-only';
import { db } from '@/db/client';
import { listCities } from '@/features/people/queries';
import { alarm, type Place } from '@/features/proof/alarm-commands';
import {
  checkChain,
  checkFully,
  checkRecent,
  isNightDue,
  keepCheck,
  type Checked,
} from '@/features/proof/check-commands';
import { closeDays } from '@/features/proof/day-commands';
import type { Finding } from '@/features/proof/domain/records';
import { publishHead, sealChain, type AsPortal } from '@/features/proof/seal-commands';
import { writeAudit } from '@/server/audit';
import { portalActor } from '@/server/gate';
import { enterScope, type Reading } from '@/server/scope';
import { takeTurn } from '@/server/turn';

/** Returns the portal's short transactions in one city, or outside of any. */
export const portalIn =
  (cityId: string | null): AsPortal =>
  (work) =>
    db().transaction(async (tx) => work({ tx, ...(await enterScope(tx, portalActor(cityId))) }));

/** Tells those who answer for the books what is new, with an event on record. */
async function tell({ tx, now }: Reading, place: Place, fresh: readonly Finding[]): Promise<void> {
  const [first] = fresh;
  if (!first) return;
  const { source, name, subject } = first;
  if (place) {
    await writeAudit(tx, portalActor(place.cityId), now, [
      {
        action: 'books.differed',
        subject: { kind: 'city', id: place.cityId },
        data: { source, name, subject, count: fresh.length },
      },
    ]);
  }
  await alarm(tx, place, fresh);
}

/** Keeps what a check found. Two that keep at once would both tell of the same, so one waits for the other. */
const keep = (asPortal: AsPortal, place: Place, checked: Checked): Promise<void> =>
  asPortal(async (reading) => {
    const cityId = place?.cityId ?? null;
    if (!(await takeTurn(reading.tx, `proof:${cityId ?? ''}`))) return;
    await tell(reading, place, await keepCheck(reading, cityId, checked));
  });

/** Closes the days of a city that are over. */
const closeDaysOf = (asPortal: AsPortal, place: NonNullable<Place>): Promise<void> =>
  asPortal(async (reading) => {
    if (!(await takeTurn(reading.tx, `proof:${place.cityId}`))) return;
    const { fresh } = await closeDays(reading, place.cityId);
    await tell(reading, place, fresh);
  });

/** Seals and checks one city, or the events that belong to none. What is due once a day is done in the first run of the day. */
async function proveOne(place: Place): Promise<void> {
  const cityId = place?.cityId ?? null;
  const asPortal = portalIn(cityId);
  const isNight = await isNightDue(asPortal, cityId);
  await sealChain(asPortal, cityId, { every: isNight });
  if (place) await keep(asPortal, place, await checkRecent(asPortal, place.cityId));
  if (!isNight) return;
  await publishHead(asPortal, cityId);
  if (place) {
    await closeDaysOf(asPortal, place);
    await keep(asPortal, place, await checkFully(asPortal, place.cityId));
  }
  await keep(asPortal, place, await checkChain(asPortal, cityId));
}

/**
 * Proves the books of every city: seals what is new, compares what changed, and once a day everything.
 * @throws AggregateError afterwards, with the errors of all cities
 */
export async function prove(): Promise<void> {
  const cities = await listCities(portalActor(null));
  const places: Place[] = [...cities.map(({ id, name }) => ({ cityId: id, name })), null];
  const faults: unknown[] = [];
  for (const place of places) {
    await proveOne(place).catch((error: unknown) => faults.push(error));
  }
  if (faults.length > 0)
    throw new AggregateError(faults, 'The books of some cities were not checked.');
}
