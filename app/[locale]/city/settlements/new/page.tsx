import { page } from '@/app/frame';
import { settlementMessages } from '@/features/settlements/messages';
import { getWaiting } from '@/features/settlements/queries';
import { NewBatchPage } from '@/features/settlements/ui/new-batch-page';

const { generateMetadata, Page } = page('/[locale]/city/settlements/new', {
  permission: 'settlement.propose',
  title: (locale) => settlementMessages(locale).make,
  load: async ({ actor }) => ({ waiting: await getWaiting(actor) }),
  view: NewBatchPage,
});
export { generateMetadata, Page as default };
