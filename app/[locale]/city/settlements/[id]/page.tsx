import { page } from '@/app/frame';
import { getBatch } from '@/features/settlements/queries';
import { BatchPage } from '@/features/settlements/ui/batch';
import { settlementMessages } from '@/features/settlements/messages';

const { generateMetadata, Page } = page('/[locale]/city/settlements/[id]', {
  permission: 'settlement.read',
  title: (locale) => settlementMessages(locale).title,
  load: async ({ actor, params, role }) => {
    const batch = await getBatch(actor, params.id);
    return batch && { batch, role: role() };
  },
  view: BatchPage,
});
export { generateMetadata, Page as default };
