import { page } from '@/app/frame';
import { listCityProgrammes } from '@/features/programmes/publication/city-queries';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { CityProgrammes } from '@/features/programmes/publication/ui/city-programmes';

const { generateMetadata, Page } = page('/[locale]/city/programmes', {
  permission: 'programme.read',
  title: (locale) => cityProgrammeMessages(locale).title,
  load: async ({ actor, cursorOf, may }) => {
    const cursor = cursorOf('cursor', 'key');
    const page = await listCityProgrammes(actor, { cursor });
    return { ...page, cursor, mayManage: may('programme.manage') };
  },
  view: CityProgrammes,
});
export { generateMetadata, Page as default };
