import { z } from 'zod';
import { isIsoDate } from '@/lib/dates';
import { parseYuan, type Fen } from '@/lib/money';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
} from './domain/vocabulary';

const date = z
  .string()
  .refine(isIsoDate, { params: { code: 'date_invalid' } })
  .meta({ format: 'date' });
/**
 * An amount as decimal text, converted to hundredths: `1200000.00` yuan are 120,000,000 fen. Other common ways to write an
 * amount are accepted too; the documentation names only the one that is always accepted.
 */
const amount = z
  .string()
  .max(60)
  .transform((text, context): Fen => {
    const parsed = parseYuan(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.code, params: { code: parsed.code } });
    return z.NEVER;
  })
  .meta({ pattern: '^[0-9]{1,11}([.][0-9]{1,2})?$', examples: ['1200000.00'] });
const percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** What was awarded (claimed) and paid out (redeemed) before, by the scope of the cap. */
const used = z.strictObject({
  yearRedeemed: amount.optional(),
  lifeClaimed: amount.optional(),
  lifeRedeemed: amount.optional(),
  directionClaimed: amount.optional(),
  directionRedeemed: amount.optional(),
  periodClaimed: amount.optional(),
  periodRedeemed: amount.optional(),
});

/**
 * Declares a situation as it is written outside the code: in requests to the interface and in a programme's examples.
 * Amounts are decimal text in the programme's unit. `Facts`, the situation that the domain calculates with, is made from it.
 * The names of the facts are in domain/declared.
 */
export const factsSchema = z.strictObject({
  on: date.optional(),
  applicantType: z.enum(applicantTypes).optional(),
  registeredOn: date.optional(),
  /** Administrative division of registration (GB/T 2260). */
  region: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional(),
  size: z.enum(firmSizes).optional(),
  sector: z.enum(sectors).optional(),
  onePerson: z.boolean().optional(),
  model: z.enum(modelStatuses).optional(),
  project: z.enum(projectRanks).optional(),
  direction: key.optional(),
  side: z.enum(sides).optional(),
  /** The other side claims, or has claimed, for the same contract. */
  otherSideClaims: z.boolean().optional(),
  /** Answers to the programme's own questions. */
  flags: z.record(key, z.boolean()).optional(),
  contractAmount: amount.optional(),
  paidAmount: amount.optional(),
  settledAmount: amount.optional(),
  meteredAmount: amount.optional(),
  requestedAmount: amount.optional(),
  /** The part of the base for items that do not count. */
  excludedAmount: amount.optional(),
  /** Value-added tax within the base. */
  taxAmount: amount.optional(),
  signedOn: date.optional(),
  startsOn: date.optional(),
  endsOn: date.optional(),
  /** The contract was claimed for before. */
  contractClaimed: z.boolean().optional(),
  affiliated: z.boolean().optional(),
  /** Shareholding between applicant and vendor, in percent as decimal text. */
  sharePercent: percent.optional(),
  commonController: z.boolean().optional(),
  otherSupport: z.boolean().optional(),
  /** The amount of other support, if the rules count it. Unknown is not zero. */
  otherSupportAmount: amount.optional(),
  upperTierClaimed: z.boolean().optional(),
  vendorListed: z.boolean().optional(),
  vendorItems: z.array(z.string().min(1).max(40)).max(20).optional(),
  vendorPetaflops: z.number().nonnegative().optional(),
  vendorRegion: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional(),
  vendorListedOn: date.optional(),
  chipOrigin: z.enum(chipOrigins).optional(),
  purpose: z.enum(purposes).optional(),
  /** Already awarded to this applicant under the programme in the calendar year. */
  usedAmount: amount.optional(),
  used: used.optional(),
  /** Fixed awards: claimed now, or received before. */
  fixedAwards: z.record(key, z.enum(['claimed', 'taken'])).optional(),
  /** A cap that the city has set by a decision for this applicant. */
  decidedCapAmount: amount.optional(),
  /** Consecutive years of support before this one. */
  yearsBefore: z.number().int().nonnegative().optional(),
  /** The number of awards in the round so far. */
  /** The last day of a ban from support by the city, if one is in force. */
  bannedUntil: date.optional(),
  placesTaken: z.number().int().nonnegative().optional(),
  /** The amount left in the pool. */
  poolAmount: amount.optional(),
  subPoolAmounts: z.record(key, amount).optional(),
  /** The total entitlement of all applicants of the round, if the pool is shared out. */
  demandAmount: amount.optional(),
});
export type FactsInput = z.input<typeof factsSchema>;
export type ReadFacts = z.output<typeof factsSchema>;
