import { page } from '@/app/frame';
import { listCityNames } from '@/features/people/queries';
import { awardFilter, listAwards, type AwardFilter } from '@/features/notices/award-queries';
import { AwardList } from '@/features/notices/ui/award-list';
import { listFor } from '@/lib/input/filter';
import { noticeMessages } from '@/features/notices/messages';

const { generateMetadata, Page } = page('/[locale]/awards', {
  permission: 'public.read',
  title: (locale) => noticeMessages(locale).awardsTitle,
  load: async ({ actor, query }) => {
    const cities = await listCityNames(actor);
    const slugs = cities.map(({ slug }) => slug);
    const list = (filter: AwardFilter) => listAwards(actor, filter);
    return { cities, ...(await listFor(awardFilter, query, list, { known: { city: slugs } })) };
  },
  view: AwardList,
});
export { generateMetadata, Page as default };
