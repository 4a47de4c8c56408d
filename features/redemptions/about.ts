import type { holds, redemptions } from '@/db/schema/redemptions';

type HoldRow = typeof holds.$inferSelect;
type RedemptionRow = typeof redemptions.$inferSelect;

const parties = (row: HoldRow | RedemptionRow) => ({
  voucherId: row.voucherId,
  cityId: row.cityId,
  organisationId: row.organisationId,
});

/** Returns the data that every event about a hold carries. With them the start-up sees the event among its own. */
export const aboutHold = (row: HoldRow) => ({
  ...parties(row),
  subject: { kind: 'hold' as const, id: row.id },
});

/** Returns the data that every event about a redemption carries. */
export const aboutRedemption = (row: RedemptionRow) => ({
  ...parties(row),
  subject: { kind: 'redemption' as const, id: row.id },
});
