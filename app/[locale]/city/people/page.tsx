import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { listOfficials } from '@/features/people/queries';
import { CityPeople } from '@/features/people/ui/administration';

const { generateMetadata, Page } = page('/[locale]/city/people', {
  permission: 'people.manage',
  title: (locale) => peopleMessages(locale).people,
  load: async ({ actor }) => ({ people: await listOfficials(actor) }),
  view: CityPeople,
});
export { generateMetadata, Page as default };
