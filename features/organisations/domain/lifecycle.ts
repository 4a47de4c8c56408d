import { lifecycle, type StateOf } from '../../../lib/lifecycle';
import { verifiedFields, type Profile } from './profile';

/**
 * A city's confirmation that an organisation's registration is as on its licence. It applies only to the data
 * that were checked: when the registration changes, it lapses, and the organisation must request a new one.
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

/** The registration that a verification confirms, as it was then. */
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

/** Lists the names of the fields that differ between two registrations. */
export const changedFields = (before: Registration, after: Registration) =>
  verifiedFields.filter((name) => before[name] !== after[name]);
