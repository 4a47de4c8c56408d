import { z } from 'zod';
import { id, optionalText, text, upload } from '@/lib/input/fields';

export const startApplicationInput = z.looseObject({ programme: text(80) });

/** The answers' own names come from the programme's form; the command reads them against it. */
export const saveSectionInput = z.looseObject({
  applicationId: id(),
  section: text(40),
  revision: z.coerce.number().int().nonnegative(),
  onward: optionalText(100),
});

export const attachDocumentInput = z.object({
  applicationId: id(),
  requirement: text(40),
  file: upload(),
});

export const removeDocumentInput = z.object({ applicationId: id(), documentId: id() });
export const applicationInput = z.object({ applicationId: id() });
export const withdrawInput = z.object({ applicationId: id(), reason: text(500) });
