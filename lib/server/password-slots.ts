import 'server-only';
import { Slots } from './slots';

/** Shared by the parts that Next builds apart: the proxy asks for room, the actions take it. */
const shared = globalThis as { suanquanPasswordSlots?: Slots };

/**
 * Bounds the hashing of passwords in this process, senders being networks. A hash keeps a core busy for some
 * 50 ms and takes 19 MiB, so two at a time leave the portal its time, and the last in the queue waits a few seconds.
 */
export const passwordBounds = {
  places: 2,
  waitingEach: 20,
  waitingInAll: 60,
  patienceMs: 10_000,
};

/** Gives the places for hashing passwords; whoever waits for one holds no connection to the database. */
export const passwordSlots = (): Slots =>
  (shared.suanquanPasswordSlots ??= new Slots(passwordBounds));
