import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { listCities } from '@/features/people/queries';
import { PlatformHome } from '@/features/people/ui/administration';

const { generateMetadata, Page } = page('/[locale]/platform', {
  permission: 'platform.read',
  title: (locale) => peopleMessages(locale).platform,
  load: async ({ actor }) => ({ cities: await listCities(actor) }),
  view: PlatformHome,
});
export { generateMetadata, Page as default };
