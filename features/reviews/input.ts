import { z } from 'zod';
import { id, money, mustAccept, text } from '@/lib/input/fields';
import { checkEmail, checkPhone } from '@/lib/identifiers';

export const caseInput = z.object({ applicationId: id() });
export const assignCaseInput = z.object({ applicationId: id(), reviewerId: id() });

/** Field names come from the programme's form: `fault.contractFen` says what is wrong with one. */
export const correctionInput = z.looseObject({ applicationId: id(), message: text(1000) });

export const recommendInput = z.object({
  applicationId: id(),
  amountFen: money(),
  reason: text(2000),
  noConflict: mustAccept(),
});
export const refuseInput = z.object({
  applicationId: id(),
  reason: text(2000),
  noConflict: mustAccept(),
});

export const publishNoticeInput = z.object({
  programmeId: id(),
  applicationIds: z
    .union([id().transform((one) => [one]), z.array(id())], { error: 'choice_unknown' })
    .refine((list) => list.length > 0 && list.length <= 200, { error: 'choice_unknown' }),
});

export const objectionInput = z.object({
  itemId: id(),
  objectorName: text(60),
  objectorContact: text(120).refine((value) => checkEmail(value).ok || checkPhone(value).ok, {
    error: 'contact_invalid',
  }),
  grounds: text(4000).refine((value) => value.length >= 20, { error: 'grounds_short' }),
});

export const resolveObjectionInput = z.object({
  objectionId: id(),
  resolution: text(2000),
  noConflict: mustAccept(),
});
