import type { Leaf, Parts } from './parameters';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
} from './rules';

const optional = true as const;
const amount: Leaf = { kind: 'amount', optional };
const date: Leaf = { kind: 'date', optional };
const yesNo: Leaf = { kind: 'yesNo', optional };
const whole: Leaf = { kind: 'whole', optional };
const one = (values: readonly string[]): Leaf => ({ kind: 'choice', values, optional });

/** A worked example's situation: every key of `factsSchema`, all of them optional. */
export const factParts: Parts = {
  on: date,
  applicantType: one(applicantTypes),
  registeredOn: date,
  region: { kind: 'region', optional },
  size: one(firmSizes),
  sector: one(sectors),
  onePerson: yesNo,
  model: one(modelStatuses),
  project: one(projectRanks),
  direction: { kind: 'declared', by: 'directions', optional },
  side: one(sides),
  otherSideClaims: yesNo,
  flags: { kind: 'keyed', by: 'questions', of: yesNo, optional },
  contractAmount: amount,
  paidAmount: amount,
  settledAmount: amount,
  meteredAmount: amount,
  requestedAmount: amount,
  excludedAmount: amount,
  taxAmount: amount,
  signedOn: date,
  startsOn: date,
  endsOn: date,
  contractClaimed: yesNo,
  affiliated: yesNo,
  sharePercent: { kind: 'percent', optional },
  commonController: yesNo,
  otherSupport: yesNo,
  otherSupportAmount: amount,
  upperTierClaimed: yesNo,
  vendorListed: yesNo,
  vendorItems: { kind: 'words', optional },
  vendorPetaflops: { kind: 'number', optional },
  vendorRegion: { kind: 'region', optional },
  vendorListedOn: date,
  chipOrigin: one(chipOrigins),
  purpose: one(purposes),
  usedAmount: amount,
  used: {
    kind: 'group',
    optional,
    parts: {
      yearRedeemed: amount,
      lifeClaimed: amount,
      lifeRedeemed: amount,
      directionClaimed: amount,
      directionRedeemed: amount,
      periodClaimed: amount,
      periodRedeemed: amount,
    },
  },
  fixedAwards: { kind: 'keyed', by: 'fixedAwards', of: one(['claimed', 'taken']), optional },
  decidedCapAmount: amount,
  yearsBefore: whole,
  placesTaken: whole,
  poolAmount: amount,
  subPoolAmounts: { kind: 'keyed', by: 'subPools', of: amount, optional },
  demandAmount: amount,
};
