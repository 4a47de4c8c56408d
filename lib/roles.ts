/** Every role of the portal, by the kind of place it belongs to. */
export const organisationRoles = ['owner', 'member', 'viewer'] as const;
export const vendorRoles = ['vendor_operator', 'vendor_finance'] as const;
/** The people of an agency that acts for cities under mandates. */
export const operatorRoles = ['operator_admin', 'operator_staff'] as const;
export const cityRoles = [
  'manager',
  'reviewer',
  'approver',
  'finance',
  'city_admin',
  'auditor',
] as const;
export const roles = [
  ...organisationRoles,
  ...vendorRoles,
  ...operatorRoles,
  ...cityRoles,
  'platform_admin',
] as const;
export type Role = (typeof roles)[number];

/** Who may trigger a transition: a role, the portal itself, or the public. */
export type Party = Role | 'system' | 'public';
