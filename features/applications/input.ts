import { z } from 'zod';
import { id, optionalText, shownBefore, text, upload } from '@/lib/input/fields';
import { longestReason } from '@/features/forms/domain/limits';

/**
 * Answers from the eligibility check may be sent along under the names of the form's fields. `earlier` is the id of a
 * case to copy answers from.
 */
export const startApplicationInput = z.looseObject({
  programme: text(80),
  earlier: z.string().max(40).optional(),
});

/** The names of the answers come from the programme's form. The command reads and checks them by that form. */
export const saveSectionInput = z.looseObject({
  applicationId: id(),
  section: text(40),
  revision: z.coerce.number().int().nonnegative(),
  /**
   * The section's answers as the form showed them. A section may have forty questions of 4000 characters, written as
   * JSON. A save above this limit could never succeed.
   */
  base: shownBefore(400_000),
  /** The names of the answers that this change may clear, as the form listed them for the user. */
  clears: z.string().max(4000).optional(),
  /** The page that the user wants next: `next`, `list`, `review`, or `stay`. */
  onward: optionalText(20),
  /** The one field for which the user pressed the button to take the colleague's answer. */
  takeTheirs: z.string().max(80).optional(),
  /** The one field for which the user pressed the button to take the profile's answer. */
  takeProfile: z.string().max(80).optional(),
});

/** Fills the empty fields of a draft from another case of the organisation. */
export const copyAnswersInput = z.object({ applicationId: id(), earlier: id() });

/**
 * The file is sent under the name of its field, because a page has several such forms. With `replace-<field>`, it
 * replaces the files that the field already has.
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

/** An upload that sends the bytes of the file separately. The file is added to those already attached. */
export const attachUploadInput = z.object({ applicationId: id(), requirement: text(40) });

export const removeDocumentInput = z.object({ applicationId: id(), documentId: id() });

/** Declarations are sent under the names of the form's declaration fields. */
export const submitInput = z.looseObject({ applicationId: id() });
/** A member asks the owners to submit, optionally with a note to them. */
export const requestSignOffInput = z.object({
  applicationId: id(),
  note: optionalText(longestReason),
});
/**
 * An owner returns a request for a sign-off. The reason is required, because without it the member would not know
 * what to change.
 */
export const returnSignOffInput = z.object({ applicationId: id(), reason: text(longestReason) });
export const withdrawInput = z.object({ applicationId: id(), reason: text(longestReason) });
