import { z } from 'zod';
import { fen, type Fen } from '@/lib/money';
import type { Assessment, FundingShare } from './domain/assess';
import { refusalCodes, stepCodes, type ReasonValues } from './domain/sheet';

/** An amount as text, since JSON has no big integers. */
const amount = z.codec(
  z.string().regex(/^-?\d{1,16}$/),
  z.custom<Fen>((value) => typeof value === 'bigint'),
  { decode: (digits) => fen(BigInt(digits)), encode: (value) => value.toString() },
);

/**
 * The values of a text. Amounts among them stay text when they are read, because stored text does not show which values are
 * amounts.
 */
const values = z.codec(
  z.record(z.string(), z.union([z.string(), z.number()])),
  z.custom<ReasonValues>((value) => typeof value === 'object' && value !== null),
  {
    decode: (read) => read,
    encode: (written) =>
      Object.fromEntries(
        Object.entries(written).map(([name, value]) => [
          name,
          typeof value === 'bigint' ? value.toString() : value,
        ]),
      ),
  },
);

const steps = z.array(
  z.object({
    code: z.enum(stepCodes),
    clause: z.string(),
    values,
    beforeFen: amount,
    afterFen: amount,
  }),
);

/** A funder's share. It is stored under the names that it had before texts in both languages had one shape. */
const fundingShare = z.codec(
  z.object({ zh: z.string(), en: z.string(), fen: z.string().regex(/^\d{1,16}$/) }),
  z.custom<FundingShare>((value) => typeof value === 'object' && value !== null),
  {
    decode: ({ zh, en, fen: digits }) => ({ 'zh-CN': zh, en, fen: fen(BigInt(digits)) }),
    encode: ({ 'zh-CN': zh, en, fen: share }) => ({ zh, en, fen: share.toString() }),
  },
);

/**
 * The format in which a submission stores its assessment. `app.pool_of_case` in the database reads `subPool` from it, and
 * `features/reviews/promises.db.test.ts` checks that both agree. New parts must be optional, because rows are never
 * rewritten.
 */
const stored = z.discriminatedUnion('eligible', [
  z.object({
    eligible: z.literal(true),
    amountFen: amount,
    steps,
    queued: z.literal(true).optional(),
    ceiling: z.literal(true).optional(),
    subPool: z.string().optional(),
    funding: z.array(fundingShare).optional(),
  }),
  z.object({
    eligible: z.literal(false),
    refusals: z.array(z.object({ code: z.enum(refusalCodes), clause: z.string(), values })),
    steps,
  }),
]);
type Stored = z.input<typeof stored>;

/** Returns an assessment in the format stored with a submission. @throws if it could not be read back */
export const writeAssessment = (assessment: Assessment): Stored => stored.encode(assessment);

/** Returns the assessment stored with a submission; null if it can no longer be read. */
export function readAssessment(json: unknown): Assessment | null {
  const parsed = stored.safeDecode(json as Stored);
  return parsed.success ? parsed.data : null;
}
