import { z } from 'zod';
import { id, optionalText, shownBefore, text, upload } from '@/lib/input/fields';
import { longestReason } from '@/features/forms/domain/limits';

/**
 * Answers of the eligibility check may come along under the names of the form's fields, and
 * `earlier` names a case to take answers from.
 */
export const startApplicationInput = z.looseObject({
  programme: text(80),
  earlier: z.string().max(40).optional(),
});

/** The answers' own names come from the programme's form; the command reads them against it. */
export const saveSectionInput = z.looseObject({
  applicationId: id(),
  section: text(40),
  revision: z.coerce.number().int().nonnegative(),
  /**
   * The section's answers as the form showed them. A section may have forty questions of 4000
   * characters, written as JSON; beyond this limit a save is refused for good.
   */
  base: shownBefore(400_000),
  /** The names of the answers that may be cleared by what this changes, as the form asked. */
  clears: z.string().max(4000).optional(),
  /** Where the sender wants to go: `next`, `list`, `review`, or `stay`. */
  onward: optionalText(20),
  /** The one field in which a colleague's answer is to stand, by its own button. */
  takeTheirs: z.string().max(80).optional(),
  /** The same for what the organisation's profile says. */
  takeProfile: z.string().max(80).optional(),
});

/** Fills what is empty in a draft from another case of the organisation. */
export const copyAnswersInput = z.object({ applicationId: id(), earlier: id() });

/**
 * The file comes under the name of the field it answers, because a page has several such forms;
 * `replace-<field>` takes the files out that the field already has.
 */
export const attachDocumentInput = z
  .looseObject({ applicationId: id(), requirement: text(40) })
  .transform(({ applicationId, requirement, ...sent }, context) => {
    const file = upload().safeParse(sent[requirement]);
    if (file.success) {
      const replace = sent[`replace-${requirement}`] !== undefined;
      return { applicationId, requirement, file: file.data, ...(replace && { replace }) };
    }
    for (const issue of file.error.issues) {
      context.issues.push({ ...issue, input: undefined, path: [requirement] });
    }
    return z.NEVER;
  });

/** The same for a file that travels by itself, beside those that are there. */
export const attachUploadInput = z.object({ applicationId: id(), requirement: text(40) });

export const removeDocumentInput = z.object({ applicationId: id(), documentId: id() });

/** Declarations come under the names of the form's declaration fields. */
export const submitInput = z.looseObject({ applicationId: id() });
/** A member asks the owners to submit, with a word to them if they like. */
export const requestSignOffInput = z.object({
  applicationId: id(),
  note: optionalText(longestReason),
});
/** An owner sends it back: a form that returns without a reason helps nobody. */
export const returnSignOffInput = z.object({ applicationId: id(), reason: text(longestReason) });
export const withdrawInput = z.object({ applicationId: id(), reason: text(longestReason) });
