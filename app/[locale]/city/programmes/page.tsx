import { titled } from '@/components/shell/title';
import { listCityProgrammes } from '@/features/programmes/city-queries';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { CityProgrammes } from '@/features/programmes/ui/city-programmes';
import { one } from '@/lib/query';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/programmes'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, cityProgrammeMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  const cursor = one((await searchParams).cursor);
  const page = await listCityProgrammes(actor, { cursor });
  return <CityProgrammes locale={locale} {...page} cursor={cursor} />;
}
