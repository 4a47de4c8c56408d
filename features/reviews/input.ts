import { z } from 'zod';
import { id, money, mustAccept, optionalText, text, ids, picked } from '@/lib/input/fields';

/** Accepts the unprintable characters that the sender was already warned about. */
const warnedCharacters = () => z.string().max(1000).optional();

export const caseInput = z.object({ applicationId: id() });
export const assignCasesInput = z.object({
  applicationIds: ids(100),
  reviewerId: picked('reviewer_missing'),
});

/**
 * Accepts field names from the programme's form: `named.contractAmount` ticks a field, `fault.contractAmount` contains its fault.
 */
export const correctionInput = z.looseObject({
  applicationId: id(),
  message: text(1000),
  unprintable: warnedCharacters(),
});

export const recommendInput = z.object({
  applicationId: id(),
  /** In yuan, or in a programme with a unit price the quantity (`features/rules/typed-amount.ts`). */
  amountFen: money().optional(),
  quantity: money().optional(),
  reason: text(2000),
  noConflict: mustAccept(),
  unprintable: warnedCharacters(),
});
export const finishStageInput = z.object({
  applicationId: id(),
  stage: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
  note: optionalText(2000),
});
export const refuseInput = z.object({
  applicationId: id(),
  reason: text(2000),
  noConflict: mustAccept(),
  unprintable: warnedCharacters(),
});
