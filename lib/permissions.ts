import { operatorRoles, type Role } from './roles';

/** Who has a permission: roles, every signed-in user, or everyone. */
type Allowed = readonly Role[] | 'signed_in' | 'anyone';

/**
 * The complete table of roles. A permission is named after what it allows; an action, query or route handler names the one it
 * needs. Row security and the `where` decide which rows a user may touch; the domain decides where two different people are
 * needed.
 */
export const permissions = {
  // The public
  'public.read': 'anyone',
  'account.create': 'anyone',
  'session.open': 'anyone',
  'password.reset': 'anyone',
  'objection.file': 'anyone',
  'demo.use': 'anyone',

  // Every signed-in user
  'account.read': 'signed_in',
  'account.edit': 'signed_in',
  'session.close': 'signed_in',
  'membership.switch': 'signed_in',
  'organisation.register': 'signed_in',
  'invitation.accept': 'signed_in',
  'document.read': 'signed_in',
  'letter.read': 'signed_in',

  // Start-ups. A viewer is an outside adviser until an agreed day, who reads what the start-up reads and writes nothing.
  'startup.read': ['owner', 'member', 'viewer'],
  'organisation.read': [
    ...(['owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance'] as const),
    ...operatorRoles,
  ],
  'organisation.leave': [
    ...(['owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance'] as const),
    ...operatorRoles,
  ],
  'organisation.edit': ['owner', 'vendor_finance', 'operator_admin'],
  'bank_account.confirm': ['owner', 'member', 'vendor_operator', 'vendor_finance'],
  'member.invite': ['owner', 'vendor_finance', 'operator_admin'],
  'member.manage': ['owner', 'vendor_finance', 'operator_admin'],
  'application.draft': ['owner', 'member'],
  'application.submit': ['owner'],
  'application.withdraw': ['owner'],
  'appeal.file': ['owner'],
  'certificate.issue': ['owner', 'member'],
  'hold.authorise': ['owner'],
  'redemption.answer': ['owner'],
  'claim.draft': ['owner', 'member'],
  'claim.submit': ['owner'],

  // Vendors
  'vendor.read': ['vendor_operator', 'vendor_finance'],
  'voucher.check': ['vendor_operator', 'vendor_finance'],
  'redemption.submit': ['vendor_operator'],
  'statement.read': ['vendor_operator', 'vendor_finance'],

  // Agencies, in their own area. In a city they have what its mandate gives them (`mandateRights`).
  'operator.read': ['operator_admin', 'operator_staff'],
  'mandate.enter': ['operator_admin', 'operator_staff'],
  'mandate.leave': 'signed_in',

  // Cities
  'city.read': ['manager', 'reviewer', 'approver', 'finance', 'city_admin', 'auditor'],
  'case.read': ['manager', 'reviewer', 'approver', 'finance', 'auditor'],
  'case.assign': ['manager'],
  'case.take': ['reviewer'],
  'case.review': ['reviewer'],
  'case.refuse': ['reviewer'],
  'case.decide': ['approver'],
  // Users who run the programme or review its cases compare a licence with the registered data.
  'verification.read': ['manager', 'reviewer', 'approver', 'auditor'],
  'organisation.verify': ['manager', 'reviewer'],
  'notice.publish': ['manager'],
  'objection.read': ['manager', 'approver', 'auditor'],
  'objection.resolve': ['approver'],
  'appeal.read': ['manager', 'approver', 'auditor'],
  'appeal.resolve': ['approver'],
  'ban.read': ['manager', 'reviewer', 'approver', 'finance', 'auditor'],
  'ban.propose': ['manager', 'finance'],
  'ban.release': ['approver'],
  'pause.read': ['manager', 'reviewer', 'approver', 'finance', 'auditor'],
  'pause.propose': ['manager', 'finance'],
  'pause.release': ['finance'],
  'pause.end': ['manager', 'finance'],
  'cap.propose': ['manager'],
  'cap.release': ['approver'],
  'sample.read': ['manager', 'approver', 'auditor'],
  'sample.draw': ['manager'],
  'sample.check': ['approver'],
  'share.read': ['manager', 'approver', 'finance', 'auditor'],
  'share.propose': ['manager'],
  'share.release': ['finance'],
  'issue.read': ['manager', 'finance', 'auditor'],
  'issue.propose': ['manager', 'finance'],
  'issue.release': ['finance'],
  'award.read': ['manager', 'finance', 'auditor'],
  'award.import': ['manager'],
  'award.propose': ['manager', 'finance'],
  'award.release': ['finance'],
  'budget.read': ['manager', 'approver', 'finance', 'auditor'],
  'budget.propose': ['manager'],
  'budget.release': ['finance'],
  'programme.read': ['manager', 'approver', 'city_admin', 'auditor'],
  'programme.manage': ['manager'],
  'programme.publish': ['approver', 'city_admin'],
  'voucher.oversee': ['manager', 'finance', 'auditor'],
  'voucher.freeze': ['finance'],
  'validity.propose': ['manager', 'finance'],
  'validity.release': ['finance'],
  'redemption.read': ['manager', 'finance', 'auditor'],
  'redemption.verify': ['finance'],
  'recovery.read': ['manager', 'finance', 'auditor'],
  'recovery.propose': ['manager', 'finance'],
  'recovery.release': ['finance'],
  'recovery.credit': ['finance'],
  'claim.read': ['manager', 'finance', 'auditor'],
  'claim.verify': ['finance'],
  'settlement.read': ['finance', 'auditor'],
  'settlement.propose': ['finance'],
  'settlement.release': ['finance'],
  'payment.mark': ['finance'],
  'payment_file.edit': ['finance'],
  'advance.read': ['manager', 'finance', 'auditor'],
  'advance.propose': ['finance'],
  'advance.release': ['finance'],
  'funder.read': ['manager', 'finance', 'auditor'],
  'funder.bill': ['finance'],
  'funder.receive': ['finance'],
  'funder.confirm': ['finance'],
  'audit.read': ['auditor'],
  'ledger.read': ['auditor', 'finance'],
  'people.manage': ['city_admin'],
  'mandate.read': ['city_admin', 'manager', 'auditor'],
  'mandate.propose': ['city_admin'],
  'mandate.confirm': ['city_admin'],
  'mandate.end': ['city_admin'],
  'key.read': ['city_admin', 'auditor'],
  'key.rotate': ['city_admin'],

  // The platform
  'platform.read': ['platform_admin'],
  'platform.manage': ['platform_admin'],
  'calendar.read': ['platform_admin'],
  'calendar.propose': ['platform_admin'],
  'calendar.release': ['platform_admin'],
} as const satisfies Record<string, Allowed>;

export type Permission = keyof typeof permissions;

/** Permissions that move money, decide on it or set its bounds: such an act takes effect once under its key. */
export const moneyPermissions = [
  'bank_account.confirm',
  'hold.authorise',
  'redemption.submit',
  'redemption.answer',
  'redemption.verify',
  'claim.submit',
  'claim.verify',
  'cap.propose',
  'cap.release',
  'share.propose',
  'share.release',
  'issue.propose',
  'issue.release',
  'award.propose',
  'award.release',
  'budget.propose',
  'budget.release',
  'voucher.freeze',
  'validity.propose',
  'validity.release',
  'recovery.propose',
  'recovery.release',
  'recovery.credit',
  'settlement.propose',
  'settlement.release',
  'payment.mark',
  'advance.propose',
  'advance.release',
  'funder.bill',
  'funder.receive',
  'funder.confirm',
  'case.review',
  'case.refuse',
  'case.decide',
  'appeal.resolve',
  'programme.publish',
] as const satisfies readonly Permission[];

export type MoneyPermission = (typeof moneyPermissions)[number];

const desk = ['city.read'] as const;
const files = ['document.read', 'letter.read'] as const;

/**
 * What a city can give to an agency, and the permissions of each right. What is not here cannot be given away: final decisions and
 * refusals, notices, budgets, releases, payments, people, rules and the audit. The database has the same list of rights
 * (`mandates_rights_known`) and refuses what no right contains (the policies `not_under_mandate`).
 */
export const mandateRights = {
  case_reading: [...desk, ...files, 'case.read', 'verification.read'],
  first_review: [...desk, ...files, 'case.read', 'case.take', 'case.review', 'verification.read'],
  licence_check: [...desk, ...files, 'verification.read', 'organisation.verify'],
  award_lists: [...desk, 'award.read', 'award.import', 'award.propose'],
  issuing: [...desk, ...files, 'case.read', 'issue.read', 'issue.propose'],
  voucher_reading: [...desk, 'voucher.oversee', 'redemption.read', 'claim.read'],
  voucher_freezing: [...desk, 'voucher.oversee', 'voucher.freeze'],
} as const satisfies Record<string, readonly Permission[]>;

export type MandateRight = keyof typeof mandateRights;

export const isMandateRight = (text: string): text is MandateRight => text in mandateRights;

/** All rights, in the order in which forms and pages show them. */
export const allMandateRights = Object.keys(mandateRights) as [MandateRight, ...MandateRight[]];

/** What somebody is allowed to do in a city by: the role in it, or the rights that a mandate gives. */
export type Authority = Role | readonly MandateRight[];

/** What concerns the account of a person alone, and therefore stays while they act under a mandate. */
const personal: readonly Permission[] = [
  'account.read',
  'account.edit',
  'session.close',
  'membership.switch',
  'mandate.leave',
];

/** Returns whether a mandate with these rights gives the permission. */
const given = (permission: Permission, rights: readonly MandateRight[]): boolean =>
  personal.includes(permission) ||
  rights.some((right) => mandateRights[right].some((one) => one === permission));

/** Returns whether a user with this authority has the permission (null: signed in without a place; undefined: signed out). */
export function may(permission: Permission, held: Authority | null | undefined): boolean {
  const allowed: Allowed = permissions[permission];
  if (allowed === 'anyone') return true;
  if (held === undefined) return false;
  if (held !== null && typeof held !== 'string') return given(permission, held);
  return allowed === 'signed_in' || (held !== null && allowed.includes(held));
}
