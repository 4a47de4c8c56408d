import { z } from 'zod';
import { creditCode, id, identifier, isoDate, text } from '@/lib/input/fields';
import { allMandateRights } from '@/lib/permissions';

/** Reads the ticked rights, each once and in the order of the form. */
const rights = z
  .preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.enum(allMandateRights, { error: 'choice_unknown' })),
  )
  .transform((ticked) => allMandateRights.filter((right) => ticked.includes(right)))
  .refine((list) => list.length > 0, { error: 'no_right' });

export const proposeMandateInput = z.object({
  creditCode: creditCode(),
  number: identifier(60),
  agreedOn: isoDate(),
  rights,
  firstOn: isoDate(),
  lastOn: isoDate(),
});
export const mandateInput = z.object({ mandateId: id() });
export const declineMandateInput = z.object({ mandateId: id(), answer: text(500) });
export const endMandateInput = z.object({ mandateId: id(), endReason: text(500) });
