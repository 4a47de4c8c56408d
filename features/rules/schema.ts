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
} from './domain/vocabulary';

const date = z.string().refine(isIsoDate).meta({ format: 'date' });
const yuan = z
  .string()
  .refine((text) => parseYuan(text).ok)
  .meta({ examples: ['1200000'] });
const percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
/** The article of the source: `5`, or `5.2` for its second paragraph. A rule that the source does not have is left out, never set to zero. */
const clause = z.string().regex(/^[1-9]\d?(\.[1-9]\d?)?$/);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const count = z.number().int().positive();
const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
/** `unitFen` is what amounts are brought to in fen: 1 for fen, 100 for yuan. */
const rounding = z.strictObject({ unitFen: count, mode: z.enum(['truncate', 'half_up', 'up']) });
const some = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).min(1);

/**
 * A situation that a rule is for. Every part that is given must hold, and a fact that is not known
 * does not. A rate, a cap, a requirement, a sub-pool and a fixed award are all tied to situations in
 * this one way.
 */
const when = {
  /** Registered less than so many months before the application. */
  firmYoungerThanMonths: count.optional(),
  /** Registered at least so many months before the application. */
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
  /** Questions of the programme's own that must be answered yes; `notFlags`: no. */
  flags: z.array(key).min(1).optional(),
  notFlags: z.array(key).min(1).optional(),
};

/** Other public support for the same contract. */
const stacking = z.discriminatedUnion('otherSupportAllowed', [
  z.strictObject({
    clause,
    otherSupportAllowed: z.literal(false),
    /** contract: none for the same contract; applicant: none of this kind at all. */
    scope: z.enum(['contract', 'applicant']).optional(),
  }),
  z.strictObject({
    clause,
    otherSupportAllowed: z.literal(true),
    /** All support together stays within this share of the contract. */
    totalPercent: percent.optional(),
    /** Other support is taken off the amount that counts, or off the award. */
    deduct: z.enum(['base', 'award']).optional(),
    /** Support of a higher tier of government has to be claimed first. */
    upperTierFirst: z.boolean().optional(),
  }),
]);

/** Who bears how many parts of each award; the odd fen go to the funder at `oddFenTo`, counted from 0. */
const funding = z
  .strictObject({
    clause,
    shares: z.array(z.strictObject({ funder: bilingual, parts: count })).min(2),
    oddFenTo: z.number().int().nonnegative(),
  })
  .refine(({ shares, oddFenTo }) => oddFenTo < shares.length, { path: ['oddFenTo'] });

/**
 * Declares everything that a programme's rules may say, as data (domain.md §3); the types of the
 * domain are taken from it. What a text leaves open is decided in the data and named in `assumed`,
 * never in code. Amounts are decimal text in the programme's unit (yuan unless `unit` says
 * otherwise). A parameter that further programmes need joins as an optional part, so that stored
 * versions stay valid. What each parameter is called stands in domain/declared.
 */
export const rulesSchema = z.strictObject({
  mode: z.enum(modes),
  kind: z.enum(voucherKinds),
  unit: z.enum(units).optional(),
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
  /** Situations that everybody must be in, each refused with its own reason. */
  requirements: z.array(z.strictObject({ clause, ...when })).optional(),
  /** Yes-or-no questions of this programme's own, for `flags` and `notFlags`. */
  questions: z.array(z.strictObject({ id: key, text: bilingual })).optional(),
  /** What one may apply for, where a programme has several directions. */
  directions: z
    .array(z.strictObject({ id: key, title: bilingual }))
    .min(2)
    .optional(),
  /** Who claims and who is paid; the demand side by the mode where nothing is said. */
  beneficiary: z
    .strictObject({
      clause,
      side: z.enum([...sides, 'either']),
      payee: z.enum(['buyer', 'vendor']),
      /** The other side may not claim for the same contract. */
      exclusive: z.boolean(),
    })
    .optional(),
  claim: z
    .strictObject({
      clause,
      basis: z.enum(['contract', 'quota', 'settled_use']),
      voucher: z.boolean(),
      /** A contract may be claimed for once only. */
      oncePerContract: z.boolean().optional(),
    })
    .optional(),
  /** What the compute may be for; anything where the text sets nothing. */
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
    /** Only the share of the contract's days that fall into the programme's period counts. */
    proration: z
      .strictObject({
        clause,
        from: date,
        to: date,
        /** Whether the first day of a span counts as a day: the two readings differ. */
        dayCount: z.enum(['exclusive', 'inclusive']),
        /** Left out: the share is carried on exactly into the rate. */
        rounding: rounding.optional(),
      })
      .refine(({ from, to }) => from <= to)
      .optional(),
  }),
  /** Rates are picked, never added up. */
  rates: z.array(z.strictObject({ clause, percent, ...when })).min(1),
  /** ceiling: officials may approve less; fixed: the rate is what is given. */
  rateKind: z.enum(['ceiling', 'fixed']).optional(),
  /** Of several rates that fit: the highest, or the first. */
  pick: z.enum(['max', 'priority']).optional(),
  rounding,
  /** Whether the rate's product is rounded, or the award after every limit. */
  roundingAt: z.enum(['rate', 'award']).optional(),
  /** Nothing below this base; `perYear` compares what the contract costs a year. */
  threshold: z.strictObject({ clause, yuan, perYear: z.boolean() }).optional(),
  /** Nothing below this: what the rate gives, or also what is left of it after every limit. */
  minimumAward: z.strictObject({ clause, yuan, of: z.enum(['entitlement', 'voucher']) }).optional(),
  /** Awards of a set size; inside the cap one uses it up like any other. */
  fixedAwards: z
    .array(
      z.strictObject({ clause, ...when, id: key, title: bilingual, yuan, insideCap: z.boolean() }),
    )
    .optional(),
  capPerContract: z.strictObject({ clause, yuan }).optional(),
  /** What was already awarded in the calendar year counts. */
  capPerYear: z.strictObject({ clause, yuan }).optional(),
  /**
   * The most that is given per contract, calendar year, life of the programme, direction, or running
   * period of `periodMonths`. `counts` says what uses it up: what was awarded (claimed), what was
   * paid out (redeemed), or the larger of both.
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
        /** A decision of the city may set a higher cap for one applicant. */
        raisedByDecision: z.boolean().optional(),
      }),
    )
    .optional(),
  stacking: stacking.optional(),
  /**
   * When the pool holds less than the award: nothing; what is left; the whole award, waiting for
   * money; or everybody's share of what is left.
   */
  pool: z.strictObject({
    clause,
    exhaustion: z.enum(['reject', 'partial', 'queue', 'pro_rata']),
    /** A part of the pool for certain situations; the first that fits is drawn on. */
    subPools: z
      .array(z.strictObject({ clause, ...when, id: key, title: bilingual, yuan }))
      .optional(),
  }),
  funding: funding.optional(),
  /** In what way applications are taken; the dates and clock times stand in the rounds. */
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
    /** Accredited for all these service items. */
    items: z.array(z.string().min(1)).optional(),
    /** Capacity of the vendor in PFLOPS (FP16), at least. */
    leastPetaflops: z.number().positive().optional(),
    regions: z.array(z.string().regex(/^\d{2,6}$/)).optional(),
    /** Listed on the day the contract was signed, not only today. */
    listedWhenSigned: z.boolean().optional(),
  }),
  affiliates: z
    .strictObject({
      clause,
      allowed: z.literal(false),
      /** From this shareholding on two firms count as affiliated. */
      sharePercent: percent.optional(),
      commonController: z.boolean().optional(),
      /** Shares held through other firms count. */
      lookThrough: z.boolean().optional(),
    })
    .optional(),
  /** At most so many years in a row. */
  consecutiveYears: z.strictObject({ clause, most: count }).optional(),
  voucher: z.strictObject({
    clause,
    validMonths: count,
    transferable: z.literal(false),
    partialUse: z.boolean(),
    /** The largest part of one order a voucher may pay; 100 where the text sets none. */
    percentOfOrder: percent,
    holdDays: count,
  }),
  /** What is given in kind beside the money, and by whom. */
  inKind: z
    .strictObject({ clause, quantity: yuan, unit: z.enum(['gpuHour', 'cardHour']), by: bilingual })
    .optional(),
  service: z.strictObject({
    clause,
    reviewWorkingDays: count,
    correctionWorkingDays: count,
    noticeWorkingDays: count,
    /** calendar: the days of the public notice are calendar days. */
    noticeDays: z.enum(['working', 'calendar']).optional(),
    /** Working days after a refusal for an appeal against it; ten where nothing is said. */
    appealWorkingDays: count.optional(),
    /** The stages of review, each with its own service days within `reviewWorkingDays`. */
    stages: z.array(z.strictObject({ title: bilingual, workingDays: count })).optional(),
    /** Awards up to this need no final review by a second officer. */
    autoApproveYuan: yuan.optional(),
  }),
  /** What is handed in with the application, and with each redemption. */
  evidence: z.strictObject({
    clause,
    application: some(evidenceCodes),
    redemption: z.array(z.enum(evidenceCodes)),
  }),
  settlement: z.strictObject({
    clause,
    cycle: z.enum(['monthly', 'quarterly', 'yearly', 'batch']),
    /** Paid to vendors in advance (备用金), in percent of what they are expected to deduct. */
    advancePercent: percent.optional(),
  }),
  source: z.strictObject({
    title: bilingual,
    url: z.url({ protocol: /^https?$/ }),
    /** o: official text or mirror; n: news; r: third-party restatement. */
    grade: z.enum(['o', 'n', 'r']),
    effectiveFrom: date,
    effectiveTo: date.optional(),
  }),
  /** What the text leaves open and this programme assumes, as the guide tells it. */
  assumed: z.array(bilingual),
});
export type RulesOutput = z.output<typeof rulesSchema>;

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
