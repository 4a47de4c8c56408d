import { page } from '@/app/frame';
import { listCityNames } from '@/features/people/queries';
import { awardFilter, listAwards } from '@/features/notices/queries';
import { AwardList } from '@/features/notices/ui/award-list';
import { noPage, readFilter } from '@/lib/input/filter';
import { noticeMessages } from '@/features/notices/messages';

const { generateMetadata, Page } = page('/[locale]/awards', {
  permission: 'public.read',
  title: (locale) => noticeMessages(locale).awardsTitle,
  load: async ({ actor, query }) => {
    const cities = await listCityNames(actor);
    const slugs = cities.map(({ slug }) => slug);
    const asked = readFilter(awardFilter, query, { city: slugs });
    const page = asked.fits ? await listAwards(actor, asked.filter) : noPage;
    return { page, cities, asked };
  },
  view: AwardList,
});
export { generateMetadata, Page as default };
