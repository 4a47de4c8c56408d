import 'server-only';
import { env } from '@/server/env';
import { Slots } from '@/server/slots';

let places: Slots | undefined;

/** The places for files that arrive at the same time; whoever waits is not read from, but holds a connection. */
export const uploadSlots = (): Slots =>
  (places ??= new Slots({
    places: env().UPLOADS_AT_ONCE,
    waitingEach: 100,
    waitingInAll: 400,
    patienceMs: 30_000,
  }));
