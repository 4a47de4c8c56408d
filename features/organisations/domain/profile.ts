import type { IsoDate } from '../../../lib/dates';

/** The fields of the business licence. A city's verification confirms these. */
export const verifiedFields = [
  'name',
  'applicantType',
  'region',
  'address',
  'registeredOn',
  'legalRepresentative',
] as const;

/** The kinds of organisation that have a licence and a code of their own. */
export const organisationTypes = ['enterprise', 'institute', 'university'] as const;

/** How a related party is related to the organisation. */
export const relations = [
  'invested',
  'common_controller',
  'management',
  'family',
  'other',
] as const;
export type Relation = (typeof relations)[number];
export const partyKinds = ['shareholder', 'related'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** The whole, in hundredths of a percent. */
export const wholeShare = 10_000;

export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
  readonly email: string;
  /** The contact for an application that names no other. */
  readonly isMain: boolean;
};

/** A shareholder, or another party close to the organisation (关联方). */
export type Party = {
  readonly id: string;
  readonly kind: PartyKind;
  readonly name: string;
  /** Empty for a natural person, and where it is not known. */
  readonly creditCode: string;
  /** Null for a shareholder. */
  readonly relation: Relation | null;
  /** In hundredths of a percent. */
  readonly share: number | null;
};

export type BankAccount = {
  readonly accountName: string;
  readonly accountNumber: string;
  readonly bankName: string;
  readonly cnapsCode: string;
};

/** What an organisation has entered about itself, once for all applications. */
export type Profile = {
  readonly creditCode: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly applicantType: string;
  /** As people write it: 甘肃省庆阳市. */
  readonly region: string;
  readonly address: string;
  readonly registeredOn: IsoDate | null;
  readonly legalRepresentative: string;
  readonly size: string | null;
  readonly sector: string | null;
  readonly onePerson: boolean | null;
  readonly contacts: readonly Contact[];
  readonly parties: readonly Party[];
  readonly bank: BankAccount | null;
};

/**
 * Returns the division that registered the organisation (GB/T 2260, six digits): characters 3 to 8 of its
 * credit code (GB 32100-2015). Empty where the state itself registered it, because that does not show the
 * place.
 */
export const divisionOf = (creditCode: string): string =>
  /^..[1-9]\d{5}/.test(creditCode) && !creditCode.startsWith('100000', 2)
    ? creditCode.slice(2, 8)
    : '';

/**
 * Returns the answers that the profile has for an application's questions, by the names that forms, rules and
 * the eligibility check share. Leaves out what is not known, so that nothing is filled in with a guess.
 * `region` is the six-digit division, whose beginning rules name. Amounts, dates and choices are written as a
 * form would send them.
 */
export function profileAnswers(profile: Profile): Record<string, string> {
  const { contacts, bank, onePerson } = profile;
  const contact = contacts.find(({ isMain }) => isMain) ?? contacts[0];
  const known: Record<string, string | null | undefined> = {
    organisationName: profile.name,
    organisationNameEn: profile.nameEn,
    creditCode: profile.creditCode,
    applicantType: profile.applicantType,
    region: divisionOf(profile.creditCode),
    registeredIn: profile.region,
    address: profile.address,
    registeredOn: profile.registeredOn,
    legalRepresentative: profile.legalRepresentative,
    size: profile.size,
    sector: profile.sector,
    onePerson: onePerson === null ? null : onePerson ? 'yes' : 'no',
    contactName: contact?.name,
    contactPost: contact?.post,
    contactPhone: contact?.phone,
    contactEmail: contact?.email,
    accountName: bank?.accountName,
    accountNumber: bank?.accountNumber,
    bankName: bank?.bankName,
    cnapsCode: bank?.cnapsCode,
  };
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** Checks whether the shareholders hold more than the whole together; shares in hundredths of a percent. */
export const sharesExceed = (shares: readonly number[]): boolean =>
  shares.reduce((sum, share) => sum + share, 0) > wholeShare;
