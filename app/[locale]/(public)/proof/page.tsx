import { page } from '@/app/frame';
import { listHeadsOperation } from '@/features/proof/api/operations';
import { readHeadCursor } from '@/features/proof/domain/head-cursor';
import { headMessages } from '@/features/proof/messages';
import { listHeads } from '@/features/proof/queries';
import { HeadsPage } from '@/features/proof/ui/heads-page';

const { generateMetadata, Page } = page('/[locale]/proof', {
  permission: 'public.read',
  title: (locale) => headMessages(locale).title,
  load: async ({ actor, cursorOf, found }) => {
    const cursor = cursorOf('cursor', 'key');
    if (cursor !== undefined) found(readHeadCursor(cursor));
    return { page: await listHeads(actor, { cursor }), cursor, address: listHeadsOperation.path };
  },
  view: HeadsPage,
});
export { generateMetadata, Page as default };
