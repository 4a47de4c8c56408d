import { z } from 'zod';
import { isIsoDate, type IsoDate } from '@/lib/dates';
import { parseYuan, zeroFen, type Fen } from '@/lib/money';
import { askedFacts } from './domain/asked';
import type { Facts } from './domain/facts';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
  type Rules,
} from './domain/rules';

const date = z
  .string()
  .refine(isIsoDate, { params: { code: 'date_invalid' } })
  .meta({ format: 'date' });
/**
 * An amount as decimal text, brought to hundredths: `1200000.00` yuan are 120,000,000 fen. Other ways
 * that people write an amount in are read too; the document names the one that is always taken.
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
 * A situation as it is written down outside the code: by whoever calls the interface, and in a
 * programme's examples. Amounts are decimal text in the programme's unit.
 */
export const factsSchema = z.strictObject({
  on: date.optional(),
  applicantType: z.enum(applicantTypes).optional(),
  registeredOn: date.optional(),
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
  otherSideClaims: z.boolean().optional(),
  flags: z.record(key, z.boolean()).optional(),
  contractAmount: amount.optional(),
  paidAmount: amount.optional(),
  settledAmount: amount.optional(),
  meteredAmount: amount.optional(),
  requestedAmount: amount.optional(),
  excludedAmount: amount.optional(),
  taxAmount: amount.optional(),
  signedOn: date.optional(),
  startsOn: date.optional(),
  endsOn: date.optional(),
  contractClaimed: z.boolean().optional(),
  affiliated: z.boolean().optional(),
  sharePercent: percent.optional(),
  commonController: z.boolean().optional(),
  otherSupport: z.boolean().optional(),
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
  usedAmount: amount.optional(),
  used: used.optional(),
  fixedAwards: z.record(key, z.enum(['claimed', 'taken'])).optional(),
  decidedCapAmount: amount.optional(),
  yearsBefore: z.number().int().nonnegative().optional(),
  placesTaken: z.number().int().nonnegative().optional(),
  poolAmount: amount.optional(),
  subPoolAmounts: z.record(key, amount).optional(),
  demandAmount: amount.optional(),
});
export type FactsInput = z.input<typeof factsSchema>;
export type ReadFacts = z.output<typeof factsSchema>;

/** The facts that the rules look at and that are not told; an answer without them would be a guess. */
export function missingFacts(rules: Rules, read: ReadFacts): string[] {
  return askedFacts(rules).filter((name) => {
    if (name.startsWith('flag:')) return read.flags?.[name.slice(5)] === undefined;
    if (name === 'otherSupportAmount' && !read.otherSupport) return false;
    return read[name as keyof ReadFacts] === undefined;
  });
}

/**
 * The situation for `assess`. What the rules do not ask is taken as harmless; what they ask and is
 * not told stays unknown where the domain can refuse it, which `missingFacts` finds beforehand.
 * @param known the day, and what is left in the pool unless the situation says so itself
 */
export function readFacts(
  read: ReadFacts,
  known: {
    on: IsoDate;
    poolFen: Fen;
    subPoolFen?: Readonly<Record<string, Fen>>;
  },
): Facts {
  const on = read.on ?? known.on;
  const startsOn = read.startsOn ?? on;
  const {
    contractAmount: contractFen,
    paidAmount: paidFen,
    settledAmount: settledFen,
    meteredAmount: meteredFen,
    requestedAmount: requestedFen,
    excludedAmount: excludedFen,
    taxAmount: taxFen,
    otherSupportAmount: otherSupportFen,
    decidedCapAmount: decidedCapFen,
    demandAmount: demandFen,
    subPoolAmounts: subPoolFen,
    usedAmount,
    poolAmount,
    ...rest
  } = read;
  return {
    ...rest,
    paidFen,
    settledFen,
    meteredFen,
    requestedFen,
    excludedFen,
    taxFen,
    otherSupportFen,
    decidedCapFen,
    demandFen,
    on,
    applicantType: read.applicantType ?? 'enterprise',
    registeredOn: read.registeredOn ?? '1949-10-01',
    contractFen: contractFen ?? settledFen ?? paidFen ?? meteredFen ?? requestedFen ?? zeroFen,
    signedOn: read.signedOn ?? on,
    startsOn,
    endsOn: read.endsOn ?? startsOn,
    affiliated: read.affiliated ?? false,
    otherSupport: read.otherSupport ?? false,
    vendorListed: read.vendorListed ?? true,
    chipOrigin: read.chipOrigin ?? 'domestic',
    purpose: read.purpose ?? 'training',
    usedFen: usedAmount ?? zeroFen,
    poolFen: poolAmount ?? known.poolFen,
    subPoolFen: subPoolFen ?? known.subPoolFen,
  };
}
