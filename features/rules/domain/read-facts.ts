import type { IsoDate } from '@/lib/dates';
import { zeroFen, type Fen } from '@/lib/money';
import { neededFactNames } from './needed-facts';
import type { KnownFacts } from './declared/questions';
import type { Facts } from './facts';
import type { Rules } from './rules';

/** Returns the facts that the rules look at and that are missing. A result without them would be a guess. */
export function missingFacts(rules: Rules, read: KnownFacts): string[] {
  return neededFactNames(rules).filter((name) => {
    if (name.startsWith('flag:')) return read.flags?.[name.slice(5)] === undefined;
    if (name === 'otherSupportAmount' && !read.otherSupport) return false;
    return read[name as keyof KnownFacts] === undefined;
  });
}

/**
 * Returns the situation for `assess`. Facts that the rules do not look at get a value that blocks nothing. Facts that the
 * rules look at and that are missing stay unknown if the domain can refuse them; `missingFacts` finds the others beforehand.
 * @param known the day, and what is left in the pool unless the situation states it
 */
export function readFacts(
  read: KnownFacts,
  known: {
    on: IsoDate;
    poolFen: Fen;
    subPoolFen?: Readonly<Record<string, Fen>> | undefined;
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
