import { z } from 'zod';
import { checkEmail, checkPhone } from '@/lib/identifiers';
import { id, money, mustAccept, name, text } from '@/lib/input/fields';

/** One ticked box comes as a text, several as a list, none not at all. */
const ids = (most: number) =>
  z
    .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(id()))
    .refine((list) => list.length > 0 && list.length <= most, { error: 'nothing_chosen' });

/** An id picked from a list; `code` says what is missing where nothing was. */
const picked = (code: string) =>
  z.string().refine((value) => id().safeParse(value).success, { error: code });

/** The characters that the sender was told cannot be printed. */
const toldOf = () => z.string().max(1000).optional();

export const caseInput = z.object({ applicationId: id() });
export const assignCasesInput = z.object({
  applicationIds: ids(100),
  reviewerId: picked('reviewer_missing'),
});

/**
 * Field names come from the programme's form: `named.contractFen` ticks one, `fault.contractFen` says
 * what is wrong with it.
 */
export const correctionInput = z.looseObject({
  applicationId: id(),
  message: text(1000),
  unprintable: toldOf(),
});

export const recommendInput = z.object({
  applicationId: id(),
  amountFen: money(),
  reason: text(2000),
  noConflict: mustAccept(),
  unprintable: toldOf(),
});
export const refuseInput = z.object({
  applicationId: id(),
  reason: text(2000),
  noConflict: mustAccept(),
  unprintable: toldOf(),
});

export const publishNoticeInput = z.object({ programmeId: id(), applicationIds: ids(200) });

export const objectionInput = z.object({
  itemId: picked('award_missing'),
  objectorName: name(60).refine((value) => [...value].length >= 2, { error: 'name_short' }),
  objectorContact: text(120).refine((value) => checkEmail(value).ok || checkPhone(value).ok, {
    error: 'contact_invalid',
  }),
  grounds: text(4000).refine((value) => [...value].length >= 20, { error: 'grounds_short' }),
});

export const resolveObjectionInput = z.object({
  objectionId: id(),
  resolution: text(2000),
  noConflict: mustAccept(),
});
