import { paths } from '@/lib/paths';
import { addDays, shanghaiDate, startOfDay, type IsoDate } from '../../lib/dates';
import { done, refused, type Outcome } from '../../lib/result';
import {
  organisationRoles,
  vendorRoles,
  operatorRoles,
  cityRoles,
  type Role,
} from '../../lib/roles';

/** Returns the page that a user sees after signing in. */
export function homeOf(role: Role | null): string {
  if (role === null) return paths.registerOrganisation();
  if (role === 'platform_admin') return paths.platform.home();
  if (includes(organisationRoles, role)) return paths.startup.home();
  if (includes(operatorRoles, role)) return paths.operator.home();
  return includes(vendorRoles, role) ? paths.vendor.home() : paths.city.home();
}

/** Returns the pages of the area where members of an organisation with this role work. */
export function areaOf(
  role: Role | null,
): typeof paths.startup | typeof paths.vendor | typeof paths.operator {
  if (role !== null && includes(operatorRoles, role)) return paths.operator;
  return role !== null && includes(vendorRoles, role) ? paths.vendor : paths.startup;
}

function includes(list: readonly Role[], role: Role): boolean {
  return list.includes(role);
}

/** Lists the roles to which a user may invite others, in the same organisation or city. */
export function invitableRoles(role: Role | null): readonly Role[] {
  if (role === 'owner') return organisationRoles;
  if (role === 'vendor_finance') return vendorRoles;
  if (role === 'operator_admin') return operatorRoles;
  if (role === 'city_admin') return cityRoles;
  return role === 'platform_admin' ? ['city_admin'] : [];
}

/** Returns the role that is responsible for an organisation, and the role that works for it. */
export function ranksOf(role: Role | null) {
  if (role !== null && includes(organisationRoles, role)) {
    return { answering: 'owner', working: 'member' } as const;
  }
  if (role !== null && includes(vendorRoles, role)) {
    return { answering: 'vendor_finance', working: 'vendor_operator' } as const;
  }
  if (role !== null && includes(operatorRoles, role)) {
    return { answering: 'operator_admin', working: 'operator_staff' } as const;
  }
  return null;
}

/** Returns whether a role ends by itself: always, never, or as agreed. */
export const endOf = (role: Role): 'always' | 'never' | 'agreed' =>
  role === 'viewer'
    ? 'always'
    : role === 'member' || role === 'vendor_operator' || role === 'operator_staff'
      ? 'agreed'
      : 'never';

export type EndRefusal = 'end_missing' | 'end_not_for_role' | 'end_past';

/**
 * Returns when a role ends that is given until the end of a day.
 * @returns the first instant without it, null where it has no end, or why it cannot end so
 */
export function endsAfter(
  role: Role,
  endsOn: IsoDate | undefined,
  now: Date,
): Outcome<Date | null, EndRefusal> {
  const end = endOf(role);
  if (endsOn === undefined) {
    return end === 'always' ? refused('end_missing', {}, 'endsOn') : done(null);
  }
  if (end === 'never') return refused('end_not_for_role', {}, 'endsOn');
  const at = startOfDay(addDays(endsOn, 1));
  return at <= now ? refused('end_past', {}, 'endsOn') : done(at);
}

/** Returns a path of this site to come back to, and undefined for one that could lead elsewhere. */
export const safePath = (path: string | undefined): string | undefined =>
  path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : undefined;

/** Returns the last day of a role that ends at an instant. */
export const lastDay = (endsAt: Date): IsoDate => addDays(shanghaiDate(endsAt), -1);
