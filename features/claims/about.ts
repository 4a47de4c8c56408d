import type { claims } from '@/db/schema/claims';

type ClaimRow = typeof claims.$inferSelect;

/** Returns the data that every event about a claim carries. With them the start-up sees the event among its own. */
export const aboutClaim = (row: ClaimRow) => ({
  subject: { kind: 'claim' as const, id: row.id },
  voucherId: row.voucherId,
  cityId: row.cityId,
  organisationId: row.organisationId,
});
