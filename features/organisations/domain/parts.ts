import type { OrganisationKind } from '../../../lib/organisation-kind';

/** The pages of an organisation in addition to its first, which shows the registration. */
export const parts = [
  'registration',
  'contacts',
  'ownership',
  'bank',
  'verification',
  'members',
] as const;
export type Part = (typeof parts)[number];

/** Lists the parts that an organisation has. An agency is paid nothing here, and no city checks its licence for an award. */
export const partsOf = (kind: OrganisationKind): readonly Part[] =>
  kind === 'operator' ? ['registration', 'contacts', 'ownership', 'members'] : parts;
