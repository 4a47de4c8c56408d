import { page } from '@/app/frame';
import { getVendor } from '@/features/vendors/queries';
import { VendorPage } from '@/features/vendors/ui/vendor';
import { organisationName } from '@/lib/organisation-name';

const { generateMetadata, Page } = page('/[locale]/vendors/[id]', {
  permission: 'public.read',
  load: async ({ actor, params }) => {
    const vendor = await getVendor(actor, params.id);
    return vendor && { vendor };
  },
  titleOf: ({ locale, vendor }) => organisationName(vendor, locale),
  view: VendorPage,
});
export { generateMetadata, Page as default };
