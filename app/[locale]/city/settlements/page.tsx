import { page } from '@/app/frame';
import { listBatches } from '@/features/settlements/queries';
import { Batches } from '@/features/settlements/ui/batches';
import { settlementMessages } from '@/features/settlements/messages';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/city/settlements', {
  permission: 'settlement.read',
  title: (locale) => settlementMessages(locale).title,
  load: async ({ actor, query, may }) => {
    const cursor = cursorOf(query.cursor);
    const data = await listBatches(actor, cursor);
    return { data, cursor, mayPropose: may('settlement.propose') };
  },
  view: Batches,
});
export { generateMetadata, Page as default };
