/** What an organisation is registered as; its credit code is registered once, so it is one of them only. */
export const organisationKinds = ['startup', 'vendor', 'operator'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
