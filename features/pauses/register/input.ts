import { z } from 'zod';
import { id, isoDate, mustAccept, text } from '@/lib/input/fields';

export const proposePauseInput = z.object({
  programmeId: id(),
  fromOn: isoDate(),
  untilOn: z.preprocess((value) => value || undefined, isoDate().optional()),
  reason: text(1000),
  /** The official states that no accredited vendor can deliver; the portal has no data of its own for that. */
  noVendor: mustAccept(),
});
export const pauseInput = z.object({ pauseId: id() });
export const declinePauseInput = z.object({ pauseId: id(), answer: text(500) });
