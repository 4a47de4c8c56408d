import 'server-only';
import { availableParallelism } from 'node:os';
import { Slots } from './slots';

/** Shared by the parts that Next builds apart: the proxy asks for room, the actions take it. */
const shared = globalThis as { suanquanPasswordSlots?: Slots };

/**
 * Bounds the hashing of passwords in this process, senders being networks. A hash keeps a core busy for some
 * 50 ms and takes 19 MiB: two at a time at most, and never on the last core, which the pages need. The last in the
 * queue waits a few seconds.
 */
export const passwordBounds = {
  places: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waitingEach: 20,
  waitingInAll: 60,
  patienceMs: 10_000,
};

/** Gives the places for hashing passwords; whoever waits for one holds no connection to the database. */
export const passwordSlots = (): Slots =>
  (shared.suanquanPasswordSlots ??= new Slots(passwordBounds));
