import { page } from '@/app/frame';
import { listCityNames } from '@/features/people/queries';
import { listProgrammes } from '@/features/programmes/list/queries';
import { homeMessages } from '@/features/programmes/messages';
import { Home } from '@/features/programmes/home/ui/home';

const { generateMetadata, Page } = page('/[locale]', {
  permission: 'public.read',
  title: (locale) => homeMessages(locale).title,
  load: async ({ actor }) => {
    const [open, pools, cities] = await Promise.all([
      listProgrammes(actor, { state: 'open', sort: 'deadline' }, 3),
      listProgrammes(actor, { sort: 'left' }, 6),
      listCityNames(actor),
    ]);
    return { open, pools, cities };
  },
  view: Home,
});
export { generateMetadata, Page as default };
