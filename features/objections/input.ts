import { z } from 'zod';
import { checkEmail, checkPhone } from '@/lib/identifiers';
import { id, mustAccept, name, picked, text } from '@/lib/input/fields';

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
