import { page } from '@/app/frame';
import { listBatches } from '@/features/settlements/queries';
import { Batches } from '@/features/settlements/ui/batches';
import { settlementMessages } from '@/features/settlements/messages';

const { generateMetadata, Page } = page('/[locale]/city/settlements', {
  permission: 'settlement.read',
  title: (locale) => settlementMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => listBatches(actor, cursor))),
    mayPropose: may('settlement.propose'),
    mayEditFile: may('payment_file.edit'),
  }),
  view: Batches,
});
export { generateMetadata, Page as default };
