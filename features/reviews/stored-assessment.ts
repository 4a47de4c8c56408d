import 'server-only';
import { z } from 'zod';
import type { Assessment } from '@/features/rules/domain/assess';
import { refusalCodes, stepCodes } from '@/features/rules/domain/sheet';
import { fen } from '@/lib/money';

const amount = z
  .string()
  .regex(/^-?\d{1,16}$/)
  .transform((digits) => fen(BigInt(digits)));
const values = z.record(z.string(), z.union([z.string(), z.number()]));

const steps = z.array(
  z.object({
    code: z.enum(stepCodes),
    clause: z.string(),
    values,
    beforeFen: amount,
    afterFen: amount,
  }),
);
const stored = z.discriminatedUnion('eligible', [
  z.object({ eligible: z.literal(true), amountFen: amount, steps }),
  z.object({
    eligible: z.literal(false),
    refusals: z.array(z.object({ code: z.enum(refusalCodes), clause: z.string(), values })),
    steps,
  }),
]);

/** The explanation kept with a submission; nothing when it cannot be read any more. */
export function readAssessment(json: unknown): Assessment | null {
  const parsed = stored.safeParse(json);
  return parsed.success ? parsed.data : null;
}
