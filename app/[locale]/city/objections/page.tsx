import { page } from '@/app/frame';
import { listObjections } from '@/features/objections/queries';
import { ObjectionList } from '@/features/objections/ui/objections';
import { readTurn } from '@/features/reviews/turn-filter';
import { objectionMessages } from '@/features/objections/messages';

const { generateMetadata, Page } = page('/[locale]/city/objections', {
  permission: 'objection.read',
  title: (locale) => objectionMessages(locale).objections,
  load: async ({ actor, query, may }) => {
    const resolver = may('objection.resolve');
    const search = readTurn(query, resolver);
    const { turn, cursor } = search.filter;
    return {
      search,
      page: search.fits ? await listObjections(actor, cursor, turn === 'mine') : undefined,
      resolver,
    };
  },
  view: ObjectionList,
});
export { generateMetadata, Page as default };
