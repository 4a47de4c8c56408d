import 'server-only';
import {
  listColleagues,
  listInvitations,
  type Colleague,
  type PendingInvitation,
} from '@/features/people/queries';
import type { Actor } from '@/server/actor';
import { parts, partsOf, type Part } from './domain/parts';
import {
  getOwnOrganisation,
  listAskableCities,
  type AskableCity,
  type OwnOrganisation,
} from './queries';

export type PartView = {
  part: Part;
  own: OwnOrganisation;
  colleagues: readonly Colleague[];
  invitations: readonly PendingInvitation[];
  cities: readonly AskableCity[];
};

/**
 * Loads one part of the actor's organisation with what its page shows.
 * @param editor the same person, where they may change it
 * @returns undefined where there is no such part, or none for this user
 */
export async function getPart(
  actor: Actor<'organisation.read'>,
  editor: Actor<'organisation.edit'> | null,
  name: string,
): Promise<PartView | undefined> {
  const part = parts.find((known) => known === name);
  if (!part || (part === 'registration' && !editor)) return undefined;
  const own = await getOwnOrganisation(actor);
  if (!partsOf(own.kind).includes(part)) return undefined;
  const members = part === 'members';
  return {
    part,
    own,
    colleagues: members ? await listColleagues(actor) : [],
    invitations: members && editor ? await listInvitations(editor) : [],
    cities: part === 'verification' && editor ? await listAskableCities(editor) : [],
  };
}
