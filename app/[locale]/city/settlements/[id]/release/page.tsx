import { page } from '@/app/frame';
import { getBatchFiles } from '@/features/settlements/file-queries';
import { settlementMessages } from '@/features/settlements/messages';
import { getBatch } from '@/features/settlements/queries';
import { ReleasePage } from '@/features/settlements/ui/release-page';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/city/settlements/[id]/release', {
  permission: 'settlement.release',
  title: (locale) => settlementMessages(locale).release,
  load: async ({ actor, params, found, redirectTo }) => {
    const batch = found(await getBatch(actor, params.id));
    if (batch.state !== 'proposed' || batch.mine) {
      return redirectTo(paths.city.settlement(batch.id));
    }
    return { batch, view: found(await getBatchFiles(actor, batch.id)) };
  },
  view: ReleasePage,
});
export { generateMetadata, Page as default };
