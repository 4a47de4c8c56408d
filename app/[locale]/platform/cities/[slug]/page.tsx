import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { listCities, listCityPeople } from '@/features/people/queries';
import { PlatformCity } from '@/features/people/ui/administration';

const { generateMetadata, Page } = page('/[locale]/platform/cities/[slug]', {
  permission: 'platform.read',
  title: (locale) => peopleMessages(locale).city,
  load: async ({ actor, params: { slug }, found }) => {
    const city = found((await listCities(actor)).find((candidate) => candidate.slug === slug));
    return { city, people: await listCityPeople(actor, city.id) };
  },
  view: PlatformCity,
});
export { generateMetadata, Page as default };
