import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { listCities, listCityPeople } from '@/features/people/queries';
import { PlatformCity } from '@/features/people/ui/administration';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/platform/cities/[slug]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).city);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('platform.read');
  const { slug } = await params;
  const city = (await listCities(actor)).find((candidate) => candidate.slug === slug);
  if (!city) notFound();
  const people = await listCityPeople(actor, city.id);
  return <PlatformCity locale={locale} city={city} people={people} />;
}
