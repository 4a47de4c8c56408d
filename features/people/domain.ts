import { organisationRoles, vendorRoles, cityRoles, type Role } from '../../lib/roles';

/** Where somebody lands after signing in. */
export function homeOf(role: Role | null): string {
  if (role === null) return '/register-organisation';
  if (role === 'platform_admin') return '/platform';
  if (includes(organisationRoles, role)) return '/startup';
  return includes(vendorRoles, role) ? '/vendor' : '/city';
}

function includes(list: readonly Role[], role: Role): boolean {
  return list.includes(role);
}

/** The roles that one may invite others to, in one's own place. */
export function invitableRoles(role: Role | null): readonly Role[] {
  if (role === 'owner') return organisationRoles;
  if (role === 'vendor_finance') return vendorRoles;
  if (role === 'city_admin') return cityRoles;
  return role === 'platform_admin' ? ['city_admin'] : [];
}

/** A path of this site to come back to: nothing that could lead elsewhere. */
export const safePath = (path: string | undefined): string | undefined =>
  path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : undefined;
