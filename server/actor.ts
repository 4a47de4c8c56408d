import 'server-only';
import type { Authority, MandateRight, Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';

declare const minted: unique symbol;

/** The mandate that somebody of an agency acts under. */
export type ActingMandate = { readonly id: string; readonly rights: readonly MandateRight[] };

/** Where an actor works: the values that row security checks. */
export type Scope = {
  readonly userId: string | null;
  readonly cityId: string | null;
  readonly organisationId: string | null;
  readonly platform: boolean;
  /** True for the portal itself: its jobs, and nothing that a user sends. */
  readonly portal: boolean;
  /** Set for somebody of an agency who acts in a city; `cityId` is then the city of the mandate. */
  readonly mandate?: ActingMandate | undefined;
};

/**
 * A user or the portal, proved to hold permission `P`. Only the gate (`authorise`, `asPortal`) makes one, so a query or command
 * that takes an actor cannot be reached without a check.
 */
export type Actor<P extends Permission = Permission> = Scope & {
  readonly [minted]: P;
  readonly name: string;
  readonly role: Role | 'signed_in' | 'anyone' | 'system';
};

/**
 * Makes an actor.
 * @internal for the gate alone.
 */
export function mint<P extends Permission>(actor: Scope & Pick<Actor, 'name' | 'role'>): Actor<P> {
  return actor as Actor<P>;
}

/**
 * Returns the city the actor works for.
 * @throws Error when there is none: the permission was given to a wrong role
 */
export function cityOf(actor: Actor): string {
  if (!actor.cityId) throw new Error(`The role ${actor.role} belongs to no city.`);
  return actor.cityId;
}

/**
 * Returns the organisation the actor works for.
 * @throws Error when there is none
 */
export function organisationOf(actor: Actor): string {
  if (!actor.organisationId) throw new Error(`The role ${actor.role} belongs to no organisation.`);
  return actor.organisationId;
}

/**
 * Returns the signed-in user's id.
 * @throws Error for the public and the portal
 */
export function userOf(actor: Actor): string {
  if (!actor.userId) throw new Error(`The role ${actor.role} is no person.`);
  return actor.userId;
}

/**
 * Returns the role the actor holds in their place.
 * @throws Error for the public and the portal
 */
export function roleOf(actor: Actor): Role {
  const { role } = actor;
  if (role === 'anyone' || role === 'signed_in' || role === 'system') {
    throw new Error(`${role} is no role of a place.`);
  }
  return role;
}

/**
 * Returns what the actor is allowed to do by: the role in their place, or the rights of the mandate under which they act.
 * @throws Error for the public and the portal
 */
export const authorityOf = (actor: Actor): Authority => actor.mandate?.rights ?? roleOf(actor);
