import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { listProgrammes } from '@/features/programmes/list/queries';
import { homeMessages } from '@/features/programmes/messages';
import { Home } from '@/features/programmes/home/ui/home';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, homeMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const [open, pools, cities] = await Promise.all([
    listProgrammes(actor, { state: 'open', sort: 'deadline' }, 3),
    listProgrammes(actor, { sort: 'left' }, 6),
    listCities(actor),
  ]);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  return <Home locale={locale} open={open} pools={pools} cities={names} />;
}
