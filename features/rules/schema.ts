import { z } from 'zod';
import { isIsoDate } from '@/lib/dates';
import { parseYuan } from '@/lib/money';
import {
  applicantTypes,
  bases,
  capPeriods,
  chipOrigins,
  costItems,
  evidenceCodes,
  firmSizes,
  modelStatuses,
  modes,
  projectRanks,
  purposes,
  sectors,
  sides,
  units,
  voucherKinds,
} from './domain/rules';

const date = z.string().refine(isIsoDate).meta({ format: 'date' });
const yuan = z
  .string()
  .refine((text) => parseYuan(text).ok)
  .meta({ examples: ['1200000'] });
const percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
const clause = z.string().regex(/^[1-9]\d?(\.[1-9]\d?)?$/);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const count = z.number().int().positive();
const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const rounding = z.strictObject({ unitFen: count, mode: z.enum(['truncate', 'half_up', 'up']) });
const some = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).min(1);

const when = {
  firmYoungerThanMonths: count.optional(),
  firmOlderThanMonths: count.optional(),
  applicantTypes: some(applicantTypes).optional(),
  regions: z
    .array(z.string().regex(/^\d{2,6}$/))
    .min(1)
    .optional(),
  sizes: some(firmSizes).optional(),
  sectors: some(sectors).optional(),
  onePerson: z.literal(true).optional(),
  chipOrigin: z.enum(chipOrigins).optional(),
  purpose: z.enum(purposes).optional(),
  models: some(modelStatuses).optional(),
  projects: some(projectRanks).optional(),
  direction: key.optional(),
  side: z.enum(sides).optional(),
  baseAtLeastYuan: yuan.optional(),
  baseBelowYuan: yuan.optional(),
  flags: z.array(key).min(1).optional(),
  notFlags: z.array(key).min(1).optional(),
};

const stacking = z.discriminatedUnion('otherSupportAllowed', [
  z.strictObject({
    clause,
    otherSupportAllowed: z.literal(false),
    scope: z.enum(['contract', 'applicant']).optional(),
  }),
  z.strictObject({
    clause,
    otherSupportAllowed: z.literal(true),
    totalPercent: percent.optional(),
    deduct: z.enum(['base', 'award']).optional(),
    upperTierFirst: z.boolean().optional(),
  }),
]);

const funding = z
  .strictObject({
    clause,
    shares: z.array(z.strictObject({ funder: bilingual, parts: count })).min(2),
    oddFenTo: z.number().int().nonnegative(),
  })
  .refine(({ shares, oddFenTo }) => oddFenTo < shares.length, { path: ['oddFenTo'] });

/** Everything a programme's rules may say; see domain/rules.ts for what each part means. */
export const rulesSchema = z.strictObject({
  mode: z.enum(modes),
  kind: z.enum(voucherKinds),
  unit: z.enum(units).optional(),
  terms: z
    .array(
      z.strictObject({
        clause,
        from: date.optional(),
        to: date.optional(),
        suspendedFrom: date.optional(),
        suspendedTo: date.optional(),
        reason: bilingual.optional(),
      }),
    )
    .optional(),
  applicants: z.strictObject({ clause, types: some(applicantTypes) }),
  requirements: z.array(z.strictObject({ clause, ...when })).optional(),
  questions: z.array(z.strictObject({ id: key, text: bilingual })).optional(),
  directions: z
    .array(z.strictObject({ id: key, title: bilingual }))
    .min(2)
    .optional(),
  beneficiary: z
    .strictObject({
      clause,
      side: z.enum([...sides, 'either']),
      payee: z.enum(['buyer', 'vendor']),
      exclusive: z.boolean(),
    })
    .optional(),
  claim: z
    .strictObject({
      clause,
      basis: z.enum(['contract', 'quota', 'settled_use']),
      voucher: z.boolean(),
      oncePerContract: z.boolean().optional(),
    })
    .optional(),
  purposes: z.strictObject({ clause, allowed: some(purposes) }).optional(),
  costs: z
    .strictObject({
      clause,
      items: some(costItems),
      excluded: z.array(z.enum(costItems)),
      taxIncluded: z.boolean(),
    })
    .optional(),
  base: z.strictObject({
    clause,
    of: z.enum(bases),
    proration: z
      .strictObject({
        clause,
        from: date,
        to: date,
        dayCount: z.enum(['exclusive', 'inclusive']),
        rounding: rounding.optional(),
      })
      .refine(({ from, to }) => from <= to)
      .optional(),
  }),
  rates: z.array(z.strictObject({ clause, percent, ...when })).min(1),
  rateKind: z.enum(['ceiling', 'fixed']).optional(),
  pick: z.enum(['max', 'priority']).optional(),
  rounding,
  roundingAt: z.enum(['rate', 'award']).optional(),
  threshold: z.strictObject({ clause, yuan, perYear: z.boolean() }).optional(),
  minimumAward: z.strictObject({ clause, yuan, of: z.enum(['entitlement', 'voucher']) }).optional(),
  fixedAwards: z
    .array(
      z.strictObject({ clause, ...when, id: key, title: bilingual, yuan, insideCap: z.boolean() }),
    )
    .optional(),
  capPerContract: z.strictObject({ clause, yuan }).optional(),
  capPerYear: z.strictObject({ clause, yuan }).optional(),
  caps: z
    .array(
      z.strictObject({
        clause,
        ...when,
        per: z.enum(capPeriods),
        yuan,
        counts: z.enum(['claimed', 'redeemed', 'both']).optional(),
        periodMonths: count.optional(),
        raisedByDecision: z.boolean().optional(),
      }),
    )
    .optional(),
  stacking: stacking.optional(),
  pool: z.strictObject({
    clause,
    exhaustion: z.enum(['reject', 'partial', 'queue', 'pro_rata']),
    subPools: z
      .array(z.strictObject({ clause, ...when, id: key, title: bilingual, yuan }))
      .optional(),
  }),
  funding: funding.optional(),
  intake: z
    .strictObject({
      clause,
      kind: z.enum(['rolling', 'batch', 'quota']),
      places: count.optional(),
    })
    .optional(),
  contract: z
    .strictObject({
      clause,
      signedFrom: date.optional(),
      signedTo: date.optional(),
      longestMonths: count.optional(),
    })
    .optional(),
  vendors: z.strictObject({
    clause,
    scope: z.enum(['listed', 'any']),
    items: z.array(z.string().min(1)).optional(),
    leastPetaflops: z.number().positive().optional(),
    regions: z.array(z.string().regex(/^\d{2,6}$/)).optional(),
    listedWhenSigned: z.boolean().optional(),
  }),
  affiliates: z
    .strictObject({
      clause,
      allowed: z.literal(false),
      sharePercent: percent.optional(),
      commonController: z.boolean().optional(),
      lookThrough: z.boolean().optional(),
    })
    .optional(),
  consecutiveYears: z.strictObject({ clause, most: count }).optional(),
  voucher: z.strictObject({
    clause,
    validMonths: count,
    transferable: z.literal(false),
    partialUse: z.boolean(),
    percentOfOrder: percent,
    holdDays: count,
  }),
  inKind: z
    .strictObject({ clause, quantity: yuan, unit: z.enum(['gpuHour', 'cardHour']), by: bilingual })
    .optional(),
  service: z.strictObject({
    clause,
    reviewWorkingDays: count,
    correctionWorkingDays: count,
    noticeWorkingDays: count,
    noticeDays: z.enum(['working', 'calendar']).optional(),
    appealWorkingDays: count.optional(),
    stages: z.array(z.strictObject({ title: bilingual, workingDays: count })).optional(),
    autoApproveYuan: yuan.optional(),
  }),
  evidence: z.strictObject({
    clause,
    application: some(evidenceCodes),
    redemption: z.array(z.enum(evidenceCodes)),
  }),
  settlement: z.strictObject({
    clause,
    cycle: z.enum(['monthly', 'quarterly', 'yearly', 'batch']),
    advancePercent: percent.optional(),
  }),
  source: z.strictObject({
    title: bilingual,
    url: z.url({ protocol: /^https?$/ }),
    grade: z.enum(['o', 'n', 'r']),
    effectiveFrom: date,
    effectiveTo: date.optional(),
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
