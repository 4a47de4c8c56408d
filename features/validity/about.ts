import type { voucherChanges } from '@/db/schema/voucher-changes';
import type { vouchers } from '@/db/schema/vouchers';
import { aboutVoucher } from '@/features/vouchers/about';

type VoucherRow = typeof vouchers.$inferSelect;
type ChangeRow = typeof voucherChanges.$inferSelect;

/**
 * Returns the subject of an event about a change that is not released. The holder is no part of it, because it must not read what
 * is only being considered.
 */
export const aboutChange = ({ id }: Pick<ChangeRow, 'id'>) => ({
  subject: { kind: 'voucher_change' as const, id },
});

/** Returns what an event about a released change carries, so that the holder of the voucher sees it among its own. */
export const aboutReleased = (voucher: VoucherRow, change: ChangeRow) => ({
  ...aboutVoucher(voucher),
  ...aboutChange(change),
});
