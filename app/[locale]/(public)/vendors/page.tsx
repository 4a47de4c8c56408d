import { page } from '@/app/frame';
import { listCityNames } from '@/features/people/queries';
import { vendorMessages } from '@/features/vendors/messages';
import { listVendors, vendorFilter, type VendorFilter } from '@/features/vendors/queries';
import { VendorDirectory } from '@/features/vendors/ui/directory';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/vendors', {
  permission: 'public.read',
  title: (locale) => vendorMessages(locale).title,
  load: async ({ actor, query }) => {
    const cities = await listCityNames(actor);
    const slugs = cities.map(({ slug }) => slug);
    const list = (filter: VendorFilter) => listVendors(actor, filter);
    return { cities, ...(await listFor(vendorFilter, query, list, { known: { city: slugs } })) };
  },
  view: VendorDirectory,
});
export { generateMetadata, Page as default };
