import { z } from 'zod';
import { textEncodings } from '@/features/tables/domain/encoding';
import { isLegible, listUpload } from '@/features/tables/read-list';
import { choice, id, identifier, isoDate, issueOf, optionalText, text } from '@/lib/input/fields';
import { fault } from '@/lib/result';
import { answerFields, type AnswerField } from './domain/bank-answer';
import { mostRows, paymentFields } from './domain/payment-file';
import { columnPlaces } from './domain/template-form';

/**
 * A batch is made of what the page showed: how many payments, and their sum. Without a programme it is of all, and without a
 * day each programme is settled as far as its cycle lets.
 */
export const proposeBatchInput = z.object({
  programmeId: z.preprocess((value) => value || undefined, id().optional()),
  through: z.preprocess((value) => value || undefined, isoDate().optional()),
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

/** More lines than any bank's answer to one batch has. */
const mostAnswerRows = 20_000;

/** Reads the file of a bank's answer. Amounts and references must be legible everywhere, so a text in another encoding is refused. */
const answerFile = () =>
  listUpload().superRefine((list, context) => {
    if (!isLegible(list)) context.addIssue(issueOf({ code: 'list_encoding' }));
    else if (list.rowCount > mostAnswerRows) {
      context.addIssue(issueOf(fault('list_too_many_rows', { maximum: mostAnswerRows })));
    }
  });

export const uploadAnswerInput = z.object({ batchId: id(), file: answerFile() });

/** Reads the number of a column, counted from 0; undefined where none is chosen. */
const column = () =>
  z
    .string()
    .regex(/^\d{0,2}$/, { error: 'choice_unknown' })
    .optional()
    .default('')
    .transform((value) => (value === '' ? undefined : Number(value)));

const answerColumns = Object.fromEntries(
  answerFields.map((field) => [`column_${field}`, column()]),
) as Record<`column_${AnswerField}`, ReturnType<typeof column>>;

export const mapAnswerInput = z.object({
  answerId: id(),
  paidOn: z
    .union([z.literal('').transform(() => ''), isoDate()])
    .optional()
    .default(''),
  bankReference: optionalText(60),
  ...answerColumns,
});

/** An answer is applied as the page showed it. */
export const applyAnswerInput = z.object({
  answerId: id(),
  judged: z.string().regex(/^[0-9a-f]{64}$/),
});
export const answerInput = z.object({ answerId: id() });
