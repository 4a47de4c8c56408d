import { page } from '@/app/frame';
import { listOpenHolds } from '@/features/redemptions/hold-queries';
import { vendorHomeMessages } from '@/features/redemptions/messages';
import { listVendorRedemptions } from '@/features/redemptions/queries';
import { VendorHome } from '@/features/redemptions/ui/vendor-home';

const { generateMetadata, Page } = page('/[locale]/vendor', {
  permission: 'vendor.read',
  title: (locale) => vendorHomeMessages(locale).title,
  load: async ({ actor, cursorOf, may }) => {
    const cursor = cursorOf();
    const [holds, recent] = await Promise.all([
      listOpenHolds(actor, cursor),
      listVendorRedemptions(actor, {}),
    ]);
    return { holds, recent, operator: may('redemption.submit'), cursor };
  },
  view: VendorHome,
});
export { generateMetadata, Page as default };
