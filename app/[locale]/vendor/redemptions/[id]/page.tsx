import { page } from '@/app/frame';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getVendorRedemption } from '@/features/redemptions/queries';
import { VendorRedemption } from '@/features/redemptions/ui/redemption-page';

const { generateMetadata, Page } = page('/[locale]/vendor/redemptions/[id]', {
  permission: 'vendor.read',
  title: (locale) => redemptionMessages(locale).redemption,
  load: async ({ actor, params }) => {
    const redemption = await getVendorRedemption(actor, params.id);
    return redemption && { redemption };
  },
  view: VendorRedemption,
});
export { generateMetadata, Page as default };
