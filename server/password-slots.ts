import 'server-only';
import { availableParallelism } from 'node:os';
import { Slots } from './slots';

/** Global, because Next builds separately the proxy, which checks for room, and the actions, which take it. */
const shared = globalThis as { suanquanPasswordSlots?: Slots };

/**
 * Limits the hashing of passwords in this process, by network. A hash keeps a core busy for some 50 ms and takes 19 MiB: two at a
 * time at most, and never on the last core, which the pages need. The last in the queue waits a few seconds.
 */
export const passwordBounds = {
  places: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waitingEach: 20,
  waitingInAll: 60,
  patienceMs: 10_000,
};

/** Returns the places for hashing passwords. A caller that waits for one must hold no connection to the database. */
export const passwordSlots = (): Slots =>
  (shared.suanquanPasswordSlots ??= new Slots(passwordBounds));
