import { z } from 'zod';
import { textEncodings } from '@/features/tables/domain/encoding';
import { choice, id, identifier, isoDate, optionalText, text } from '@/lib/input/fields';
import { mostRows, paymentFields } from './domain/payment-file';
import { columnPlaces } from './domain/template-form';

/** A batch is made of what the page showed: how many payments, and their sum. */
export const proposeBatchInput = z.object({
  payments: z.coerce.number().int().nonnegative().optional(),
  totalFen: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export const batchInput = z.object({ batchId: id() });
/** A release is bound to the files that the page showed. */
export const releaseBatchInput = z.object({
  batchId: id(),
  fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export const sendBackInput = z.object({ batchId: id(), reason: text(500) });
export const markPaidInput = z.object({
  paymentId: id(),
  paidOn: isoDate(),
  bankReference: identifier(60),
});
export const markFailedInput = z.object({ paymentId: id(), reason: text(500) });
export const requeueInput = z.object({ paymentId: id() });

const ticked = () =>
  z
    .string()
    .optional()
    .transform((value) => value === 'yes');

type ColumnName = `field_${number}` | `heading_${number}` | `text_${number}`;

const columnFields = Object.fromEntries(
  columnPlaces.flatMap((at) => [
    [
      `field_${at}`,
      z
        .enum(['', ...paymentFields], { error: 'choice_unknown' })
        .optional()
        .default(''),
    ],
    [`heading_${at}`, optionalText(40)],
    [`text_${at}`, optionalText(60)],
  ]),
) as Record<ColumnName, ReturnType<typeof optionalText>>;

export const templateInput = z.object({
  baseVersion: z.coerce.number().int().nonnegative(),
  name: text(60),
  format: choice(['csv', 'xlsx']),
  encoding: choice(textEncodings),
  headings: ticked(),
  markDigits: ticked(),
  rowsPerFile: z.coerce
    .number({ error: 'number_invalid' })
    .int({ error: 'number_invalid' })
    .min(1)
    .max(mostRows),
  ...columnFields,
});
