import { page } from '@/app/frame';
import { settlementMessages } from '@/features/settlements/messages';
import { batchFilter, getWaiting, listChoices } from '@/features/settlements/plan-queries';
import { NewBatchPage } from '@/features/settlements/ui/new-batch-page';
import { readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/settlements/new', {
  permission: 'settlement.propose',
  title: (locale) => settlementMessages(locale).make,
  load: async ({ actor, query }) => {
    const choices = await listChoices(actor);
    const known = { programme: choices.map(({ id }) => id) };
    const search = readFilter(batchFilter, query, { known });
    return {
      search,
      choices,
      waiting: search.fits ? await getWaiting(actor, search.filter) : undefined,
    };
  },
  view: NewBatchPage,
});
export { generateMetadata, Page as default };
