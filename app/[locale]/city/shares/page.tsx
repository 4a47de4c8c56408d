import { page } from '@/app/frame';
import { shareMessages } from '@/features/shares/messages';
import { getShareDesk } from '@/features/shares/queries';
import { ShareDeskPage } from '@/features/shares/ui/share-desk';

const { generateMetadata, Page } = page('/[locale]/city/shares', {
  permission: 'share.read',
  title: (locale) => shareMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => getShareDesk(actor, cursor))),
    mayPropose: may('share.propose'),
  }),
  view: ShareDeskPage,
});
export { generateMetadata, Page as default };
