import { page } from '@/app/frame';
import { appealMessages } from '@/features/appeals/messages';
import { listAppeals } from '@/features/appeals/queries';
import { AppealList } from '@/features/appeals/ui/appeal-list';
import { readTurn } from '@/features/reviews/turn-filter';

const { generateMetadata, Page } = page('/[locale]/city/appeals', {
  permission: 'appeal.read',
  title: (locale) => appealMessages(locale).appeals,
  load: async ({ actor, query, may }) => {
    const decider = may('appeal.resolve');
    const search = readTurn(query, decider);
    const { turn, cursor } = search.filter;
    return {
      search,
      page: search.fits ? await listAppeals(actor, cursor, turn === 'mine') : undefined,
      decider,
    };
  },
  view: AppealList,
});
export { generateMetadata, Page as default };
