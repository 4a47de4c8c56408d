import { z } from 'zod';
import { checkCreditCode } from '@/lib/credit-code';
import { checkBankAccount, checkCnaps, checkEmail } from '@/lib/identifiers';
import {
  issueOf,
  choice,
  creditCode,
  id,
  identifier,
  isoDate,
  name,
  optionalText,
  optionalUpload,
  phone,
  shownBefore,
  text,
  upload,
} from '@/lib/input/fields';
import { parseDecimal } from '@/lib/decimal';
import { organisationKinds } from '@/lib/organisation-kind';
import { done, refused, type Outcome } from '@/lib/result';
import { firmSizes, sectors } from '@/features/rules/domain/rules';
import { organisationTypes, partyKinds, relations, wholeShare } from './domain/profile';

const base = shownBefore(8000).transform((shown) => shown ?? {});

/** Reads a choice that may be left open. */
const maybe = <const T extends readonly [string, ...string[]]>(values: T) =>
  choice(['', ...values])
    .optional()
    .default('');

/** Reads a text of a given form that may be left out. */
const maybeOf = (read: (typed: string) => Outcome<string>) =>
  optionalText(200).transform((typed, context) => {
    if (typed === '') return '';
    const outcome = read(typed);
    if (outcome.ok) return outcome.value;
    context.addIssue(issueOf(outcome));
    return z.NEVER;
  });

export const registerOrganisationInput = z.object({
  kind: choice(organisationKinds),
  creditCode: creditCode(),
  name: name(120),
  applicantType: choice(organisationTypes),
  region: text(60),
  address: text(200),
  registeredOn: isoDate(),
  legalRepresentative: name(60),
  contactName: name(60),
  contactPhone: phone(),
});

export const registrationInput = z.object({
  name: name(120),
  nameEn: optionalText(120),
  applicantType: choice(organisationTypes),
  region: text(60),
  address: text(200),
  registeredOn: isoDate(),
  legalRepresentative: name(60),
  size: maybe(firmSizes),
  sector: maybe(sectors),
  onePerson: maybe(['yes', 'no']),
  base,
});

export const bankAccountInput = z.object({
  accountName: name(120),
  accountNumber: identifier(40).refine((value) => checkBankAccount(value).ok, {
    error: 'bank_account_invalid',
  }),
  bankName: text(120),
  cnapsCode: identifier(20).refine((value) => checkCnaps(value).ok, { error: 'cnaps_invalid' }),
  base,
});

/** The change that is meant, as the page showed it. */
export const confirmBankInput = z.object({
  accountNumber: text(40),
  bankName: text(120),
  cnapsCode: text(20),
});

/** The id of an existing entry; a new one has none. */
const entry = z.preprocess((value) => (value === '' ? undefined : value), id().optional());

export const contactInput = z.object({
  entryId: entry,
  name: name(60),
  post: optionalText(60),
  phone: phone(),
  email: maybeOf(checkEmail),
  isMain: choice(['yes']).optional(),
  base,
});

/** A percentage with at most two decimals, always in the same form: `12.5`. */
const share = maybeOf((typed) => {
  const read = parseDecimal(typed.replace(/[%％]$/, ''));
  const hundredths = read.ok ? Math.round(Number(read.value) * 100) : 0;
  return hundredths >= 1 && hundredths <= wholeShare
    ? done(String(hundredths / 100))
    : refused('share_invalid');
});

export const partyInput = z
  .object({
    entryId: entry,
    kind: choice(partyKinds),
    name: name(120),
    creditCode: maybeOf(checkCreditCode),
    relation: maybe(relations),
    share,
    base,
  })
  .superRefine((party, context) => {
    const missing = party.kind === 'shareholder' ? 'share' : 'relation';
    if (party[missing] === '') {
      context.addIssue({ code: 'custom', message: 'required', path: [missing] });
    }
  });

export const entryInput = z.object({ entryId: id() });

export const requestVerificationInput = z.object({
  cityId: id(),
  licence: upload(),
  authorisation: optionalUpload(),
});

export const verifyInput = z.object({
  verificationId: id(),
  /** The revision of the registration that the official checked. */
  revision: z.coerce.number({ error: 'value_invalid' }).int().nonnegative(),
});

export const refuseVerificationInput = z.object({ verificationId: id(), reason: text(500) });
