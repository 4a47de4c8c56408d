import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { vendorMessages } from '@/features/vendors/messages';
import { listVendors, vendorFilter } from '@/features/vendors/queries';
import { VendorDirectory } from '@/features/vendors/ui/directory';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/vendors'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, vendorMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const cities = await listCities(actor);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  const slugs = names.map(({ slug }) => slug);
  const asked = readFilter(vendorFilter, await searchParams, { city: slugs });
  const page = asked.fits ? await listVendors(actor, asked.filter) : noPage;
  return <VendorDirectory locale={locale} {...page} asked={asked} cities={names} />;
}
