import { z } from 'zod';
import { fieldKinds } from '@/features/applications/domain/form';
import { isIsoDate } from '@/lib/dates';
import { parseYuan } from '@/lib/money';
import { applicantTypes, chipOrigins, evidenceCodes, purposes } from './domain/rules';

const date = z.string().refine(isIsoDate);
const yuan = z.string().refine((text) => parseYuan(text).ok);
const percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
const clause = z.string().regex(/^[1-9]\d?(\.[1-9]\d?)?$/);
const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const rounding = z.strictObject({
  unitFen: z.number().int().positive(),
  mode: z.enum(['truncate', 'half_up', 'up']),
});

/** Everything a programme's rules may say; see domain/rules.ts for what each part means. */
export const rulesSchema = z.strictObject({
  mode: z.enum(['deduct', 'deferred', 'automatic']),
  kind: z.enum(['compute', 'training', 'model', 'corpus']),
  applicants: z.strictObject({ clause, types: z.array(z.enum(applicantTypes)).min(1) }),
  purposes: z.strictObject({ clause, allowed: z.array(z.enum(purposes)).min(1) }).optional(),
  base: z.strictObject({
    clause,
    of: z.enum(['contract', 'settled']),
    proration: z
      .strictObject({
        clause,
        from: date,
        to: date,
        dayCount: z.enum(['exclusive', 'inclusive']),
        rounding,
      })
      .refine(({ from, to }) => from <= to)
      .optional(),
  }),
  rates: z
    .array(
      z.strictObject({
        clause,
        percent,
        firmYoungerThanMonths: z.number().int().positive().optional(),
        chipOrigin: z.enum(chipOrigins).optional(),
        purpose: z.enum(purposes).optional(),
      }),
    )
    .min(1),
  rounding,
  threshold: z.strictObject({ clause, yuan, perYear: z.boolean() }).optional(),
  minimumAward: z.strictObject({ clause, yuan, of: z.enum(['entitlement', 'voucher']) }).optional(),
  capPerContract: z.strictObject({ clause, yuan }).optional(),
  capPerYear: z.strictObject({ clause, yuan }).optional(),
  pool: z.strictObject({ clause, exhaustion: z.enum(['reject', 'partial']) }),
  contract: z
    .strictObject({
      clause,
      signedFrom: date.optional(),
      signedTo: date.optional(),
      longestMonths: z.number().int().positive().optional(),
    })
    .optional(),
  vendors: z.strictObject({ clause, scope: z.literal('listed') }),
  affiliates: z.strictObject({ clause, allowed: z.literal(false) }).optional(),
  stacking: z
    .discriminatedUnion('otherSupportAllowed', [
      z.strictObject({ clause, otherSupportAllowed: z.literal(false) }),
      z.strictObject({ clause, otherSupportAllowed: z.literal(true), totalPercent: percent }),
    ])
    .optional(),
  voucher: z.strictObject({
    clause,
    validMonths: z.number().int().positive(),
    transferable: z.literal(false),
    partialUse: z.literal(true),
    percentOfOrder: percent,
    holdDays: z.number().int().positive(),
  }),
  service: z.strictObject({
    clause,
    reviewWorkingDays: z.number().int().positive(),
    correctionWorkingDays: z.number().int().positive(),
    noticeWorkingDays: z.number().int().positive(),
  }),
  evidence: z.strictObject({
    clause,
    application: z.array(z.enum(evidenceCodes)).min(1),
    redemption: z.array(z.enum(evidenceCodes)),
  }),
  settlement: z.strictObject({ clause, cycle: z.enum(['monthly', 'quarterly', 'yearly']) }),
  source: z.strictObject({
    title: bilingual,
    url: z.url({ protocol: /^https?$/ }),
    grade: z.enum(['o', 'n', 'r']),
    effectiveFrom: date,
  }),
  assumed: z.array(bilingual),
});

/** What the guide says beside the rules. */
export const guideSchema = z.strictObject({
  title: bilingual,
  summary: bilingual,
  basis: bilingual,
  process: z.array(bilingual).min(1),
  questions: z.array(z.strictObject({ question: bilingual, answer: bilingual })),
  contact: bilingual,
  supervision: bilingual,
});
export type Guide = z.infer<typeof guideSchema>;

export const formSchema = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        title: bilingual,
        lead: bilingual.optional(),
        fields: z
          .array(
            z.strictObject({
              name: z.string().regex(/^[a-zA-Z]+$/),
              kind: z.enum(fieldKinds),
              label: bilingual,
              hint: bilingual.optional(),
              required: z.boolean(),
              options: z.array(z.strictObject({ value: z.string(), label: bilingual })).optional(),
              maxLength: z.number().int().positive().optional(),
              when: z.strictObject({ field: z.string(), equals: z.string() }).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
