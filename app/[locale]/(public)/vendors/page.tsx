import { page } from '@/app/frame';
import { listCityNames } from '@/features/people/queries';
import { vendorMessages } from '@/features/vendors/messages';
import { listVendors, vendorFilter } from '@/features/vendors/queries';
import { VendorDirectory } from '@/features/vendors/ui/directory';
import { noPage, readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/vendors', {
  permission: 'public.read',
  title: (locale) => vendorMessages(locale).title,
  load: async ({ actor, query }) => {
    const cities = await listCityNames(actor);
    const slugs = cities.map(({ slug }) => slug);
    const search = readFilter(vendorFilter, query, { city: slugs });
    const page = search.fits ? await listVendors(actor, search.filter) : noPage;
    return { ...page, search, cities };
  },
  view: VendorDirectory,
});
export { generateMetadata, Page as default };
