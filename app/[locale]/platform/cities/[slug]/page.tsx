import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { listCities, listCityPeople } from '@/features/people/queries';
import { PlatformCity } from '@/features/people/ui/administration';

const { generateMetadata, Page } = page('/[locale]/platform/cities/[slug]', {
  permission: 'platform.read',
  title: (locale) => peopleMessages(locale).city,
  load: async ({ actor, params }) => {
    const { slug } = params;
    const city = (await listCities(actor)).find((candidate) => candidate.slug === slug);
    if (!city) notFound();
    const people = await listCityPeople(actor, city.id);
    return { city, people };
  },
  view: PlatformCity,
});
export { generateMetadata, Page as default };
