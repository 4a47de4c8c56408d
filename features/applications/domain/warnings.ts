import { shanghaiDate, type IsoDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';
import type { Answers } from '@/features/forms/domain/form';

/** Another case of the same organisation. */
export type OtherCase = {
  readonly id: string;
  readonly reference: string | null;
  readonly running: boolean;
};

/** Facts that do not prevent the submission, but that the reviewers will ask about. */
export type Warning =
  | { readonly code: 'contract_running' | 'contract_had'; readonly other: OtherCase }
  | { readonly code: 'vendor_unlisted' | 'organisation_unverified' }
  | { readonly code: 'vendor_listed_later' | 'signed_after_start'; readonly date: IsoDate }
  | { readonly code: 'round_closing'; readonly closesAt: Date; readonly daysLeft: number };

/** The number of working days before the end of a round from which the warning is shown. */
const closingSoon = 3;

export type Circumstances = {
  readonly answers: Answers;
  /** Other cases of the organisation that name the same contract. */
  readonly sameContract: readonly OtherCase[];
  /** The chosen vendor as the city lists it today; undefined if the city does not list it. */
  readonly vendor: { readonly listedOn: IsoDate } | undefined;
  /** Whether the city has verified the organisation's registration. */
  readonly verified: boolean;
  /** When the round ends, for a case that is not submitted yet. */
  readonly closesAt: Date | undefined;
  readonly calendar: WorkingDays;
};

/** Lists what the applicant should know before submitting, in addition to the rules' own checks. */
export function warningsOf(known: Circumstances, now: Date): Warning[] {
  const { answers, sameContract, vendor, verified, closesAt, calendar } = known;
  const warnings: Warning[] = sameContract.map((other) => ({
    code: other.running ? 'contract_running' : 'contract_had',
    other,
  }));
  if (answers.vendorId && !vendor) warnings.push({ code: 'vendor_unlisted' });
  if (vendor && answers.signedOn && vendor.listedOn > answers.signedOn) {
    warnings.push({ code: 'vendor_listed_later', date: vendor.listedOn });
  }
  // Work sometimes begins before the contract is signed, so this is a warning and not a fault of a date.
  const { signedOn, startsOn } = answers;
  if (signedOn && startsOn && signedOn > startsOn) {
    warnings.push({ code: 'signed_after_start', date: startsOn });
  }
  if (!verified) warnings.push({ code: 'organisation_unverified' });
  if (closesAt) {
    const daysLeft = calendar.between(shanghaiDate(now), shanghaiDate(closesAt));
    if (closesAt > now && daysLeft <= closingSoon) {
      warnings.push({ code: 'round_closing', closesAt, daysLeft });
    }
  }
  return warnings;
}
