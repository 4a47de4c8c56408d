import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { listProgrammes, programmeFilter } from '@/features/programmes/list/queries';
import { programmeMessages } from '@/features/programmes/messages';
import { ProgrammeList } from '@/features/programmes/list/ui/programme-list';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { portalTime } from '@/server/scope';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/programmes'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, programmeMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const cities = await listCities(actor);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  const slugs = names.map(({ slug }) => slug);
  const asked = readFilter(programmeFilter, await searchParams, { city: slugs });
  const page = asked.fits
    ? await listProgrammes(actor, asked.filter)
    : { ...noPage, asOf: await portalTime(actor) };
  return <ProgrammeList locale={locale} {...page} asked={asked} cities={names} />;
}
