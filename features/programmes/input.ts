import { z } from 'zod';
import { id, optionalText, shownBefore, text } from '@/lib/input/fields';

/** The parameters are named as in the table of parameters; the command reads them by those names. */
export const saveDraftInput = z.looseObject({
  versionId: id(),
  section: text(40),
  revision: z.coerce.number().int().nonnegative(),
  base: shownBefore(400_000),
  /** The name of a row's button, such as `add:rules.rates`. */
  move: optionalText(120),
  /** Where the user goes after saving: `next`, `ready`, or empty to stay. */
  onward: optionalText(20),
});

export const newProgrammeInput = z.object({
  slug: text(60).refine((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length >= 3, {
    error: 'slug_invalid',
  }),
  titleZh: text(80),
  titleEn: text(120),
  /** The id of a published programme to copy from. */
  from: z
    .union([z.literal(''), id()])
    .optional()
    .default(''),
});

export const programmeInput = z.object({ programmeId: id() });
export const programmeReasonInput = z.object({ programmeId: id(), reason: text(500) });
export const versionInput = z.object({ versionId: id() });
export const returnInput = z.object({ versionId: id(), reason: text(500) });
