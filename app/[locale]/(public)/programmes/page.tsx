import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { listProgrammes, programmeFilter } from '@/features/programmes/list-queries';
import { programmeMessages } from '@/features/programmes/messages';
import { ProgrammeList } from '@/features/programmes/ui/programme-list';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/programmes'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, programmeMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const filter = programmeFilter.parse(await searchParams);
  const [page, cities] = await Promise.all([listProgrammes(actor, filter), listCities(actor)]);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  return <ProgrammeList locale={locale} {...page} filter={filter} cities={names} />;
}
