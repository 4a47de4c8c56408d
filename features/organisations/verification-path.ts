import type { OrganisationKind } from '@/lib/organisation-kind';
import { paths } from '@/lib/paths';
import type { Role } from '@/lib/roles';

/** The officials who check licences, and who are notified of the outcome. */
export const verifiers: readonly Role[] = ['manager', 'reviewer'];

/** Returns the path of the page where an organisation reads about its verifications. */
export const verificationPath = (kind: OrganisationKind): string =>
  paths[kind].organisationPart('verification');
