import { page } from '@/app/frame';
import { appealMessages } from '@/features/appeals/messages';
import { listAppeals } from '@/features/appeals/queries';
import { AppealList } from '@/features/appeals/ui/appeal-list';
import { listInTurn } from '@/features/reviews/turn-filter';

const { generateMetadata, Page } = page('/[locale]/city/appeals', {
  permission: 'appeal.read',
  title: (locale) => appealMessages(locale).appeals,
  load: async ({ actor, query, may }) => {
    const decider = may('appeal.resolve');
    const list = await listInTurn(query, decider, (cursor, mine) =>
      listAppeals(actor, cursor, mine),
    );
    return { ...list, decider };
  },
  view: AppealList,
});
export { generateMetadata, Page as default };
