import { z } from 'zod';
import { id, mustAccept, optionalUpload, text } from '@/lib/input/fields';

export const fileAppealInput = z.object({
  applicationId: id(),
  grounds: text(4000).refine((value) => [...value].length >= 20, { error: 'grounds_short' }),
  evidence: optionalUpload(),
});

export const decideAppealInput = z.object({
  appealId: id(),
  decision: text(2000),
  noConflict: mustAccept(),
  /** The unprintable characters that the user was already warned about. */
  unprintable: z.string().max(1000).optional(),
});
