import { cache } from 'react';
import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getVendor } from '@/features/vendors/queries';
import { organisationName } from '@/lib/organisation-name';
import { VendorPage } from '@/features/vendors/ui/vendor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/vendors/[id]'>;

const load = cache(async (id: string) => {
  const vendor = await getVendor(await allow('public.read'), id);
  if (!vendor) notFound();
  return vendor;
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, organisationName(await load((await params).id), locale));
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  return <VendorPage locale={locale} vendor={await load((await params).id)} />;
}
