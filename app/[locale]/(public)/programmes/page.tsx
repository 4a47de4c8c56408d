import { page } from '@/app/frame';
import { listCityNames } from '@/features/people/queries';
import { listProgrammes, programmeFilter } from '@/features/programmes/list/queries';
import { programmeMessages } from '@/features/programmes/messages';
import { ProgrammeList } from '@/features/programmes/list/ui/programme-list';
import { portalTime } from '@/server/scope';
import { noPage, readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/programmes', {
  permission: 'public.read',
  title: (locale) => programmeMessages(locale).title,
  load: async ({ actor, query }) => {
    const cities = await listCityNames(actor);
    const slugs = cities.map(({ slug }) => slug);
    const search = readFilter(programmeFilter, query, { known: { city: slugs } });
    const page = search.fits
      ? await listProgrammes(actor, search.filter)
      : { ...noPage, asOf: await portalTime(actor) };
    return { ...page, search, cities };
  },
  view: ProgrammeList,
});
export { generateMetadata, Page as default };
