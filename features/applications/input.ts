import { z } from 'zod';
import { checkbox, id, optionalText, text, upload } from '@/lib/input/fields';

/** Answers of the eligibility check may come along under the names of the form's fields. */
export const startApplicationInput = z.looseObject({ programme: text(80) });

/** What a form showed, as it sent it along; anything damaged counts as nothing shown. */
const shownBefore = z
  .string()
  .max(60_000)
  .transform((json): Record<string, string> => {
    try {
      return z.record(z.string(), z.string()).catch({}).parse(JSON.parse(json));
    } catch (error) {
      if (error instanceof SyntaxError) return {};
      throw error;
    }
  })
  .optional();

/** The answers' own names come from the programme's form; the command reads them against it. */
export const saveSectionInput = z.looseObject({
  applicationId: id(),
  section: text(40),
  revision: z.coerce.number().int().nonnegative(),
  /** The section's answers as the form showed them. */
  base: shownBefore,
  /** Where the sender wants to go: `next`, `list` or `review`. */
  onward: optionalText(20),
});

export const attachDocumentInput = z.object({
  applicationId: id(),
  requirement: text(40),
  file: upload(),
  /** Takes the place of the files the requirement already has. */
  replace: checkbox().optional(),
});

export const removeDocumentInput = z.object({ applicationId: id(), documentId: id() });

/** Declarations come under the names of the form's declaration fields. */
export const submitInput = z.looseObject({ applicationId: id() });
export const withdrawInput = z.object({ applicationId: id(), reason: text(500) });
