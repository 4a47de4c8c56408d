import { page } from '@/app/frame';
import { listObjections } from '@/features/objections/queries';
import { ObjectionList } from '@/features/objections/ui/objections';
import { listInTurn } from '@/features/reviews/turn-filter';
import { objectionMessages } from '@/features/objections/messages';

const { generateMetadata, Page } = page('/[locale]/city/objections', {
  permission: 'objection.read',
  title: (locale) => objectionMessages(locale).objections,
  load: async ({ actor, query, may }) => {
    const resolver = may('objection.resolve');
    const list = await listInTurn(query, resolver, (cursor, mine) =>
      listObjections(actor, cursor, mine),
    );
    return { ...list, resolver };
  },
  view: ObjectionList,
});
export { generateMetadata, Page as default };
