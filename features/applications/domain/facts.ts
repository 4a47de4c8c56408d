import type { IsoDate } from '../../../lib/dates';
import { parseYuan, type Fen } from '../../../lib/money';
import {
  applicantTypes,
  chipOrigins,
  purposes,
  type ApplicantType,
} from '../../programmes/domain/rules';
import type { Facts } from '../../programmes/domain/facts';
import type { Answers } from './form';

const amount = (text: string | undefined): Fen | undefined => {
  const parsed = parseYuan(text ?? '');
  return parsed.ok ? parsed.value : undefined;
};

const known = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((candidate) => candidate === value);

/** What the portal knows beside the answers. */
export type Circumstances = {
  on: IsoDate;
  applicantType: string;
  registeredOn: IsoDate;
  listedVendorIds: readonly string[];
  usedFen: Fen;
  poolFen: Fen;
};

/**
 * The applicant's situation for the rules.
 * @returns nothing while an answer that every rule needs is missing
 */
export function factsOf(answers: Answers, circumstances: Circumstances): Facts | undefined {
  const contractFen = amount(answers.contractFen);
  const chipOrigin = known(chipOrigins, answers.chipOrigin);
  const purpose = known(purposes, answers.purpose);
  const { signedOn, startsOn, endsOn } = answers;
  if (!contractFen || !chipOrigin || !purpose || !signedOn || !startsOn || !endsOn)
    return undefined;
  const settledFen = amount(answers.settledFen);
  const otherSupportFen = amount(answers.otherSupportFen);
  return {
    on: circumstances.on,
    applicantType:
      known<ApplicantType>(applicantTypes, circumstances.applicantType) ?? 'enterprise',
    registeredOn: circumstances.registeredOn,
    contractFen,
    signedOn,
    startsOn,
    endsOn,
    ...(settledFen && { settledFen }),
    affiliated: answers.affiliated === 'yes',
    otherSupport: answers.otherSupport === 'yes',
    ...(otherSupportFen && { otherSupportFen }),
    vendorListed: circumstances.listedVendorIds.includes(answers.vendorId ?? ''),
    chipOrigin,
    purpose,
    usedFen: circumstances.usedFen,
    poolFen: circumstances.poolFen,
  };
}
