import { paths } from '@/lib/paths';
import type { Role } from '@/lib/roles';

/** The officials who check licences, and hear of what becomes of one. */
export const verifiers: readonly Role[] = ['manager', 'reviewer'];

/** Where an organisation reads of its verifications. */
export const organisationLetterPath = (kind: 'startup' | 'vendor'): string =>
  paths[kind].organisationPart('verification');
