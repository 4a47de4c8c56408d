import type { Role } from './roles';

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
  'organisation.read': ['owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance'],
  'organisation.leave': ['owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance'],
  'organisation.edit': ['owner', 'vendor_finance'],
  'bank_account.confirm': ['owner', 'member', 'vendor_operator', 'vendor_finance'],
  'member.invite': ['owner', 'vendor_finance'],
  'member.manage': ['owner', 'vendor_finance'],
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

  // Cities
  'city.read': ['manager', 'reviewer', 'approver', 'finance', 'city_admin', 'auditor'],
  'case.read': ['manager', 'reviewer', 'approver', 'finance', 'auditor'],
  'case.assign': ['manager'],
  'case.take': ['reviewer'],
  'case.review': ['reviewer'],
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
  'funder.read': ['manager', 'finance', 'auditor'],
  'funder.bill': ['finance'],
  'funder.receive': ['finance'],
  'funder.confirm': ['finance'],
  'audit.read': ['auditor'],
  'ledger.read': ['auditor', 'finance'],
  'people.manage': ['city_admin'],
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
  'funder.bill',
  'funder.receive',
  'funder.confirm',
  'case.review',
  'case.decide',
  'appeal.resolve',
  'programme.publish',
] as const satisfies readonly Permission[];

export type MoneyPermission = (typeof moneyPermissions)[number];

/** Returns whether a user with `role` has the permission (null: signed in without a place; undefined: signed out). */
export function may(permission: Permission, role: Role | null | undefined): boolean {
  const allowed: Allowed = permissions[permission];
  if (allowed === 'anyone') return true;
  if (role === undefined) return false;
  return allowed === 'signed_in' || (role !== null && allowed.includes(role));
}
