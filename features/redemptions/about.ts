import type { holds, redemptions } from '@/db/schema/redemptions';

type HoldRow = typeof holds.$inferSelect;
type RedemptionRow = typeof redemptions.$inferSelect;

const parties = (row: HoldRow | RedemptionRow) => ({
  voucherId: row.voucherId,
  cityId: row.cityId,
  organisationId: row.organisationId,
});

/** What every event about a hold says: the start-up reads it among its own. */
export const aboutHold = (row: HoldRow) => ({
  ...parties(row),
  subject: { kind: 'hold' as const, id: row.id },
});

/** The same for a redemption. */
export const aboutRedemption = (row: RedemptionRow) => ({
  ...parties(row),
  subject: { kind: 'redemption' as const, id: row.id },
});
