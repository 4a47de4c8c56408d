import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { homeMessages } from '@/features/programmes/messages';
import { listProgrammes } from '@/features/programmes/queries';
import { Home } from '@/features/programmes/ui/home';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';
import { portalTime } from '@/lib/server/scope';

type Props = PageProps<'/[locale]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, homeMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const [{ rows }, cities, asOf] = await Promise.all([
    listProgrammes(actor, {}),
    listCities(actor),
    portalTime(actor),
  ]);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  return <Home locale={locale} programmes={rows} cities={names} asOf={asOf} />;
}
