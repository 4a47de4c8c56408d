import { page } from '@/app/frame';
import { reviewMessages } from '@/features/reviews/messages';
import {
  caseFilter,
  countViews,
  listCaseProgrammes,
  listCases,
  listReviewers,
} from '@/features/reviews/queries';
import { Queue } from '@/features/reviews/ui/queue';
import { noPage, readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/cases', {
  permission: 'case.read',
  title: (locale) => reviewMessages(locale).queue,
  load: async ({ actor, query, role }) => {
    const search = readFilter(caseFilter, query);
    const [page, views, reviewers, programmes] = await Promise.all([
      search.fits ? listCases(actor, search.filter) : noPage,
      countViews(actor),
      listReviewers(actor),
      listCaseProgrammes(actor),
    ]);
    const shown = { search, filter: search.filter, page, views, reviewers, programmes };
    return { ...shown, role: role() };
  },
  view: Queue,
});
export { generateMetadata, Page as default };
