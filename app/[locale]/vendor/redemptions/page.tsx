import { page } from '@/app/frame';
import { redemptionMessages } from '@/features/redemptions/messages';
import { listVendorRedemptions, redemptionFilter } from '@/features/redemptions/queries';
import { RedemptionList } from '@/features/redemptions/ui/redemption-list';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/vendor/redemptions', {
  permission: 'vendor.read',
  title: (locale) => redemptionMessages(locale).redemptions,
  load: ({ actor, query }) =>
    listFor(redemptionFilter, query, (filter) => listVendorRedemptions(actor, filter)),
  view: RedemptionList,
});
export { generateMetadata, Page as default };
