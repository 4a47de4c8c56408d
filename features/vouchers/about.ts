import type { vouchers } from '@/db/schema/vouchers';

type VoucherRow = typeof vouchers.$inferSelect;

/** Returns the data that every event about a voucher contains. */
export const aboutVoucher = (row: VoucherRow) => ({
  subject: { kind: 'voucher' as const, id: row.id },
  applicationId: row.applicationId,
  voucherId: row.id,
  cityId: row.cityId,
  organisationId: row.organisationId,
  versionId: row.versionId,
});
