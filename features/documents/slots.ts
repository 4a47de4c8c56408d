import 'server-only';
import { env } from '@/server/env';
import { Slots } from '@/server/slots';

let places: Slots | undefined;

/**
 * Returns the slots for files that arrive at the same time. A waiting upload is not read, but keeps its
 * connection open.
 */
export const uploadSlots = (): Slots =>
  (places ??= new Slots({
    places: env().UPLOADS_AT_ONCE,
    waitingEach: 100,
    waitingInAll: 400,
    patienceMs: 30_000,
  }));
