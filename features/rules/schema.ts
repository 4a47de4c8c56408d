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
  queueOrders,
  sectors,
  sides,
  units,
  voucherKinds,
} from './domain/vocabulary';

const date = z.string().refine(isIsoDate).meta({ format: 'date' });
const yuan = z
  .string()
  .refine((text) => parseYuan(text).ok)
  .meta({ examples: ['1200000'] });
const percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
/**
 * The article of the source: `5`, or `5.2` for its second paragraph. A rule that the source does not contain is left out,
 * never set to zero.
 */
const clause = z.string().regex(/^[1-9]\d?(\.[1-9]\d?)?$/);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const count = z.number().int().positive();
const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
/** `unitFen` is the unit that amounts are rounded to, in fen: 1 for fen, 100 for yuan. */
const rounding = z.strictObject({ unitFen: count, mode: z.enum(['truncate', 'half_up', 'up']) });
const some = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).min(1);

/**
 * A situation that a rule applies to. Every part that is given must be true, and an unknown fact is not true. Rates, caps,
 * requirements, sub-pools and fixed awards all use situations in this same way.
 */
const when = {
  /** Registered less than this many months before the application. */
  firmYoungerThanMonths: count.optional(),
  /** Registered at least this many months before the application. */
  firmOlderThanMonths: count.optional(),
  applicantTypes: some(applicantTypes).optional(),
  /** Administrative divisions (GB/T 2260) by their leading digits: `11`, `3301`. */
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
  /** One of the programme's `directions`. */
  direction: key.optional(),
  side: z.enum(sides).optional(),
  baseAtLeastYuan: yuan.optional(),
  baseBelowYuan: yuan.optional(),
  /** The programme's own questions that must be answered yes; `notFlags`: no. */
  flags: z.array(key).min(1).optional(),
  notFlags: z.array(key).min(1).optional(),
};

/** Other public support for the same contract. */
const stacking = z.discriminatedUnion('otherSupportAllowed', [
  z.strictObject({
    clause,
    otherSupportAllowed: z.literal(false),
    /** contract: no other support for the same contract; applicant: no other support of this kind at all. */
    scope: z.enum(['contract', 'applicant']).optional(),
  }),
  z.strictObject({
    clause,
    otherSupportAllowed: z.literal(true),
    /** All support together must stay within this share of the contract. */
    totalPercent: percent.optional(),
    /** Other support is subtracted from the amount that counts, or from the award. */
    deduct: z.enum(['base', 'award']).optional(),
    /** Support from a higher level of government must be claimed first. */
    upperTierFirst: z.boolean().optional(),
  }),
]);

/** How many parts of each award each funder pays. The odd fen go to the funder at position `oddFenTo`, counted from 0. */
const funding = z
  .strictObject({
    clause,
    shares: z.array(z.strictObject({ funder: bilingual, parts: count })).min(2),
    oddFenTo: z.number().int().nonnegative(),
  })
  .refine(({ shares, oddFenTo }) => oddFenTo < shares.length, { path: ['oddFenTo'] });

/**
 * Declares everything that a programme's rules can contain, as data. The types of the domain are derived from
 * it. Where a source is unclear, the data decide and `assumed` names the decision; code never does. Amounts are decimal text
 * in the programme's unit (yuan unless `unit` names another), except budgets and the price itself, which are yuan. A new parameter must be optional, so that stored versions stay
 * valid. The names of the parameters are in domain/declared.
 */
export const rulesSchema = z.strictObject({
  mode: z.enum(modes),
  kind: z.enum(voucherKinds),
  unit: z.enum(units).optional(),
  /**
   * The approved price of one unit (one GPU-hour, one card-hour, one million tokens), at which awards become money. The price
   * of a rounding step must be whole fen. A version that counts another unit than yuan is published only with a price.
   */
  unitPrice: z.strictObject({ clause, yuan }).optional(),
  /** Terms of single articles: later or earlier dates, suspension. */
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
  /** Situations that every applicant must be in. Each has a refusal of its own. */
  requirements: z.array(z.strictObject({ clause, ...when })).optional(),
  /** Yes-or-no questions of this programme's own, for `flags` and `notFlags`. */
  questions: z.array(z.strictObject({ id: key, text: bilingual })).optional(),
  /** The choices of what to apply for, if a programme has several directions. */
  directions: z
    .array(z.strictObject({ id: key, title: bilingual }))
    .min(2)
    .optional(),
  /** The side that claims and is paid; the demand side by the mode if it is left out. */
  beneficiary: z
    .strictObject({
      clause,
      side: z.enum([...sides, 'either']),
      payee: z.enum(['buyer', 'vendor']),
      /** The other side must not claim for the same contract. */
      exclusive: z.boolean(),
    })
    .optional(),
  claim: z
    .strictObject({
      clause,
      basis: z.enum(['contract', 'quota', 'settled_use']),
      voucher: z.boolean(),
      /** A contract can be claimed for only once. */
      oncePerContract: z.boolean().optional(),
    })
    .optional(),
  /** The allowed purposes of the compute; all if it is left out. */
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
    /** Only the share of the contract's days inside the programme's period counts. */
    proration: z
      .strictObject({
        clause,
        from: date,
        to: date,
        /** Whether the first day of a span counts as a day. The two ways give different results. */
        dayCount: z.enum(['exclusive', 'inclusive']),
        /** If left out, the share enters the rate exactly. */
        rounding: rounding.optional(),
      })
      .refine(({ from, to }) => from <= to)
      .optional(),
  }),
  /** One rate is picked; rates are never added up. */
  rates: z.array(z.strictObject({ clause, percent, ...when })).min(1),
  /** ceiling: officials may approve less; fixed: the rate is exactly what is given. */
  rateKind: z.enum(['ceiling', 'fixed']).optional(),
  /** If several rates apply: use the highest, or the first. */
  pick: z.enum(['max', 'priority']).optional(),
  rounding,
  /** Whether the product of the rate is rounded, or the award after every limit. */
  roundingAt: z.enum(['rate', 'award']).optional(),
  /** No award below this base. `perYear` compares the cost of the contract per year. */
  threshold: z.strictObject({ clause, yuan, perYear: z.boolean() }).optional(),
  /**
   * No award below this amount: compared with what the rate gives (entitlement), or with what is left after all limits
   * (voucher).
   */
  minimumAward: z.strictObject({ clause, yuan, of: z.enum(['entitlement', 'voucher']) }).optional(),
  /** Awards of a fixed size. An award inside the cap counts against it like any other award. */
  fixedAwards: z
    .array(
      z.strictObject({ clause, ...when, id: key, title: bilingual, yuan, insideCap: z.boolean() }),
    )
    .optional(),
  capPerContract: z.strictObject({ clause, yuan }).optional(),
  /** Awards of the same calendar year count against this cap. */
  capPerYear: z.strictObject({ clause, yuan }).optional(),
  /**
   * The most that is given per contract, calendar year, life of the programme, direction, or rolling period of
   * `periodMonths`. `counts` names what counts against it: what was awarded (claimed), what was paid out (redeemed), or the
   * larger of both.
   */
  caps: z
    .array(
      z.strictObject({
        clause,
        ...when,
        per: z.enum(capPeriods),
        yuan,
        counts: z.enum(['claimed', 'redeemed', 'both']).optional(),
        periodMonths: count.optional(),
        /** A decision of the city can set a higher cap for one applicant. */
        raisedByDecision: z.boolean().optional(),
      }),
    )
    .optional(),
  stacking: stacking.optional(),
  /**
   * What happens when the pool holds less than the award: no award; what is left; the whole award, which waits for money; or
   * the applicant's share of what is left.
   */
  pool: z.strictObject({
    clause,
    exhaustion: z.enum(['reject', 'partial', 'queue', 'pro_rata']),
    /** Who is first in line for money under `queue`; the order of passing if it is left out. */
    queueOrder: z.enum(queueOrders).optional(),
    /** A part of the pool for certain situations. The first that fits is used. */
    subPools: z
      .array(z.strictObject({ clause, ...when, id: key, title: bilingual, yuan }))
      .optional(),
  }),
  funding: funding.optional(),
  /** How applications are accepted. The dates and times are in the rounds. */
  intake: z
    .strictObject({
      clause,
      kind: z.enum(['rolling', 'batch', 'quota']),
      /** The number of awards of a round, for `quota`. */
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
    /** The vendor must be accredited for all these service items. */
    items: z.array(z.string().min(1)).optional(),
    /** Least capacity of the vendor in PFLOPS (FP16). */
    leastPetaflops: z.number().positive().optional(),
    regions: z.array(z.string().regex(/^\d{2,6}$/)).optional(),
    /** The vendor must have been listed on the day the contract was signed, not only today. */
    listedWhenSigned: z.boolean().optional(),
  }),
  affiliates: z
    .strictObject({
      clause,
      allowed: z.literal(false),
      /** Firms count as affiliated from this shareholding on. */
      sharePercent: percent.optional(),
      commonController: z.boolean().optional(),
      /** Shares held through other firms count too. */
      lookThrough: z.boolean().optional(),
    })
    .optional(),
  /** The most consecutive years of support. */
  consecutiveYears: z.strictObject({ clause, most: count }).optional(),
  /** Firms that the city has banned from support are refused until their ban ends, and issued nothing. */
  ban: z.strictObject({ clause }).optional(),
  /** While no accredited vendor can deliver, the city may pause all vouchers; afterwards they are valid for so many days longer. */
  pause: z.strictObject({ clause }).optional(),
  /** Interest on what is clawed back. It goes to the treasury and never into the pool. */
  recovery: z
    .strictObject({
      clause,
      interestPercentPerYear: percent,
      /** From the day of the payment, or from the day on which the city demanded it back. */
      from: z.enum(['payment', 'demand']),
      /** So many days after that bear no interest. */
      graceDays: count.optional(),
      /** What a repayment pays first; the principal if it is left out. */
      order: z.enum(['principal', 'interest']).optional(),
    })
    .optional(),
  voucher: z.strictObject({
    clause,
    validMonths: count,
    transferable: z.literal(false),
    partialUse: z.boolean(),
    /** The largest part of one order that a voucher may pay; 100 if the source sets none. */
    percentOfOrder: percent,
    holdDays: count,
    /** The most months by which a city may extend a voucher, once; none can be extended if it is left out. */
    extensionMonths: count.optional(),
  }),
  /** What is given in kind in addition to the money, and by whom. */
  inKind: z
    .strictObject({ clause, quantity: yuan, unit: z.enum(['gpuHour', 'cardHour']), by: bilingual })
    .optional(),
  service: z.strictObject({
    clause,
    reviewWorkingDays: count,
    correctionWorkingDays: count,
    noticeWorkingDays: count,
    /** none: what is passed is approved at once, and a list of awards issued, without a public notice. */
    publicNotice: z.enum(['required', 'none']).optional(),
    /** calendar: the days of the public notice are calendar days. */
    noticeDays: z.enum(['working', 'calendar']).optional(),
    /** Working days in which a refusal can be appealed; ten if left out. */
    appealWorkingDays: count.optional(),
    /** The stages of review, each with its own service days within `reviewWorkingDays`. */
    stages: z.array(z.strictObject({ title: bilingual, workingDays: count })).optional(),
    /** Awards up to this amount need no final review by a second officer. */
    autoApproveYuan: yuan.optional(),
  }),
  /** Documents to hand in with the application, and with each redemption. */
  evidence: z.strictObject({
    clause,
    application: some(evidenceCodes),
    redemption: z.array(z.enum(evidenceCodes)),
  }),
  settlement: z.strictObject({
    clause,
    cycle: z.enum(['monthly', 'quarterly', 'yearly', 'batch']),
    /** Working days after which a redemption that the start-up has not answered counts as confirmed; never if left out. */
    confirmByWorkingDays: count.optional(),
    /** The most that a vendor is paid in advance (备用金), in percent of what it is expected to deduct; nothing if left out. */
    advancePercent: percent.optional(),
  }),
  source: z.strictObject({
    title: bilingual,
    url: z.url({ protocol: /^https?$/ }),
    /** o: official text or mirror; n: news; r: restatement by a third party. */
    grade: z.enum(['o', 'n', 'r']),
    effectiveFrom: date,
    effectiveTo: date.optional(),
  }),
  /** What the source leaves unclear and this programme assumes; the guide shows it. */
  assumed: z.array(bilingual),
});
export type RulesOutput = z.output<typeof rulesSchema>;

/** The contents of the guide in addition to the rules. */
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
