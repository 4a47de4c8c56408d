import { z } from 'zod';
import { formMoves } from '@/features/forms/domain/edit-form';
import { fieldKinds } from '@/features/forms/domain/form';
import { choice, id, optionalText, text } from '@/lib/input/fields';

/** What the page showed of a section or question; any other text counts as an older state. */
const shown = z.string().max(100_000).optional().default('');

/** The names of the texts depend on the kind; the command reads them. */
export const formSectionInput = z.looseObject({
  versionId: id(),
  /** Empty for a new section. */
  section: optionalText(60),
  shown,
  onward: optionalText(20),
});

export const questionInput = z.looseObject({
  versionId: id(),
  section: text(60),
  /** Empty for a new question. */
  question: optionalText(60),
  kind: choice(fieldKinds),
  shown,
  onward: optionalText(20),
});

export const changeFormInput = z.object({
  versionId: id(),
  section: text(60),
  question: optionalText(60),
  move: choice(formMoves),
});
