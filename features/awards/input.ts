import { z } from 'zod';
import { checkEmail, normaliseEmail } from '@/lib/identifiers';
import { id, optionalText, text } from '@/lib/input/fields';
import { awardFields, type AwardField } from './domain/fields';
import { listUpload } from '@/features/tables/read-list';

export const uploadImportInput = z.object({ programmeId: id(), file: listUpload() });
export const correctionsInput = z.object({ importId: id(), file: listUpload() });
export const importInput = z.object({ importId: id() });
export const importReasonInput = z.object({ importId: id(), reason: text(500) });

/** Reads the number of a column, counted from 0; undefined where none is chosen. */
const column = () =>
  z
    .string()
    .regex(/^\d{0,2}$/, { error: 'choice_unknown' })
    .optional()
    .default('')
    .transform((value) => (value === '' ? undefined : Number(value)));

const columns = Object.fromEntries(
  awardFields.map((field) => [`column_${field}`, column()]),
) as Record<`column_${AwardField}`, ReturnType<typeof column>>;

export const mapImportInput = z.object({ importId: id(), period: optionalText(80), ...columns });

const cells = Object.fromEntries(
  awardFields.map((field) => [`cell_${field}`, optionalText(500)]),
) as Record<`cell_${AwardField}`, ReturnType<typeof optionalText>>;

export const correctRowInput = z.object({ rowId: id(), ...cells });
export const rowInput = z.object({ rowId: id() });
export const setAsideRowInput = z.object({ rowId: id(), reason: text(200) });
export const setAsideProblemInput = z.object({
  importId: id(),
  problem: text(60),
  reason: text(200),
});
export const resendInput = z.object({
  rowId: id(),
  email: optionalText(254)
    .refine((value) => value === '' || checkEmail(value).ok, { error: 'email_invalid' })
    .transform(normaliseEmail),
});
