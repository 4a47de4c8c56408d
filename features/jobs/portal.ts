import 'server-only';
import { db } from '@/db/client';
import { portalActor } from '@/server/gate';
import { enterScope, type Reading } from '@/server/scope';

/** Runs short transactions of the portal itself, in no city, with the portal's time. */
export const asPortal = <T>(work: (reading: Reading) => Promise<T>): Promise<T> =>
  db().transaction(async (tx) => work({ tx, ...(await enterScope(tx, portalActor(null))) }));
