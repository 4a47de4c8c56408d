import { lifecycle, type StateOf } from '../../../lib/lifecycle';
import { verifiedFields, type Profile } from './profile';

/**
 * A city's word that an organisation is what its licence says. What it stands for must not change
 * under it: changed registration data end it, and the organisation asks again.
 */
export const verificationLifecycle = lifecycle({
  name: 'verification',
  states: ['requested', 'verified', 'refused', 'lapsed'],
  initial: 'requested',
  transitions: {
    verify: { from: ['requested'], to: 'verified', by: ['manager', 'reviewer'] },
    refuseVerification: { from: ['requested'], to: 'refused', by: ['manager', 'reviewer'] },
    lapse: { from: ['verified'], to: 'lapsed', by: ['system'] },
  },
});
export type VerificationState = StateOf<typeof verificationLifecycle>;

/** What a verification stands for, as it was then. */
export type Registration = Readonly<Record<(typeof verifiedFields)[number], string>>;

export const registrationOf = (
  profile: Pick<Profile, (typeof verifiedFields)[number]>,
): Registration => ({
  name: profile.name,
  applicantType: profile.applicantType,
  region: profile.region,
  address: profile.address,
  registeredOn: profile.registeredOn ?? '',
  legalRepresentative: profile.legalRepresentative,
});

/** The names of what differs between two registrations. */
export const changedFields = (before: Registration, after: Registration) =>
  verifiedFields.filter((name) => before[name] !== after[name]);
