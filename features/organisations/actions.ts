'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { redrawFrame } from '@/server/session';
import * as bank from './bank-commands';
import * as commands from './commands';
import * as entries from './entry-commands';
import * as inputs from './input';
import { organisationFieldErrors, organisationRefusals } from './messages';
import * as registration from './registration-commands';
import * as verification from './verification-commands';

export const registerOrganisationAction = action({
  permission: 'organisation.register',
  input: inputs.registerOrganisationInput,
  run: registration.registerOrganisation,
  refusals: organisationRefusals,
  constraints: {
    organisations_credit_code_unique: 'credit_code_taken',
    memberships_agencies_apart: 'agencies_apart',
  },
  after: redrawFrame,
  next: ({ home }) => home,
});

export const saveRegistrationAction = action({
  permission: 'organisation.edit',
  input: inputs.registrationInput,
  run: commands.saveRegistration,
  refusals: organisationRefusals,
  fieldErrors: organisationFieldErrors,
  next: ({ to }) => to,
});

export const saveBankAccountAction = action({
  permission: 'organisation.edit',
  input: inputs.bankAccountInput,
  run: bank.saveBankAccount,
  refusals: organisationRefusals,
  fieldErrors: organisationFieldErrors,
  next: ({ to }) => to,
});

export const confirmBankAccountAction = action({
  permission: 'bank_account.confirm',
  once: 'confirmBankAccount',
  input: inputs.confirmBankInput,
  run: bank.confirmBankAccount,
  refusals: organisationRefusals,
  constraints: { bank_accounts_next_four_eyes: 'bank_same_person' },
  next: ({ to }) => to,
});

export const cancelBankChangeAction = action({
  permission: 'bank_account.confirm',
  once: 'cancelBankChange',
  input: inputs.confirmBankInput,
  run: bank.cancelBankChange,
  refusals: organisationRefusals,
  next: ({ to }) => to,
});

export const saveContactAction = action({
  permission: 'organisation.edit',
  once: 'saveContact',
  input: inputs.contactInput,
  run: entries.saveContact,
  refusals: organisationRefusals,
  fieldErrors: organisationFieldErrors,
  next: ({ to }) => to,
});

export const removeContactAction = action({
  permission: 'organisation.edit',
  once: 'removeContact',
  input: inputs.entryInput,
  run: entries.removeContact,
  refusals: organisationRefusals,
  next: ({ to }) => to,
});

export const savePartyAction = action({
  permission: 'organisation.edit',
  once: 'saveParty',
  input: inputs.partyInput,
  run: entries.saveParty,
  refusals: organisationRefusals,
  fieldErrors: organisationFieldErrors,
  constraints: { organisation_parties_code_once: 'party_twice' },
  next: ({ to }) => to,
});

export const removePartyAction = action({
  permission: 'organisation.edit',
  once: 'removeParty',
  input: inputs.entryInput,
  run: entries.removeParty,
  refusals: organisationRefusals,
  next: ({ to }) => to,
});

export const requestVerificationAction = action({
  permission: 'organisation.edit',
  once: 'requestVerification',
  input: inputs.requestVerificationInput,
  run: verification.requestVerification,
  refusals: organisationRefusals,
  constraints: { verifications_one_open: 'verification_open' },
  next: ({ to }) => to,
});

export const verifyOrganisationAction = action({
  permission: 'organisation.verify',
  once: 'verifyOrganisation',
  input: inputs.verifyInput,
  run: verification.verifyOrganisation,
  refusals: organisationRefusals,
  next: ({ id }) => paths.city.organisation(id, { done: 'verified' }),
});

export const refuseVerificationAction = action({
  permission: 'organisation.verify',
  once: 'refuseVerification',
  input: inputs.refuseVerificationInput,
  run: verification.refuseVerification,
  refusals: organisationRefusals,
  next: ({ id }) => paths.city.organisation(id, { done: 'refused' }),
});
