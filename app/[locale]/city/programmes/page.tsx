import { titled } from '@/components/shell/title';
import { listCityProgrammes } from '@/features/programmes/publication/city-queries';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { CityProgrammes } from '@/features/programmes/publication/ui/city-programmes';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, cityProgrammeMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.read');
  const cursor = cursorOf((await searchParams).cursor, 'key');
  const page = await listCityProgrammes(actor, { cursor });
  const mayManage = may('programme.manage', roleOf(actor));
  return <CityProgrammes locale={locale} {...page} cursor={cursor} mayManage={mayManage} />;
}
