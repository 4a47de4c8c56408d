import { page } from '@/app/frame';
import { getBatchFiles } from '@/features/settlements/file-queries';
import { getBatchFunders } from '@/features/settlements/funder-queries';
import { settlementMessages } from '@/features/settlements/messages';
import { getBatch } from '@/features/settlements/queries';
import { BatchPage } from '@/features/settlements/ui/batch';

const { generateMetadata, Page } = page('/[locale]/city/settlements/[id]', {
  permission: 'settlement.read',
  title: (locale) => settlementMessages(locale).title,
  load: async ({ actor, params, role }) => {
    const batch = await getBatch(actor, params.id);
    return (
      batch && {
        batch,
        files: await getBatchFiles(actor, params.id),
        funders: await getBatchFunders(actor, params.id),
        role: role(),
      }
    );
  },
  view: BatchPage,
});
export { generateMetadata, Page as default };
