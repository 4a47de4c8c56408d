import { page } from '@/app/frame';
import { shareMessages } from '@/features/shares/messages';
import { getShareOut } from '@/features/shares/queries';
import { ShareOutPage } from '@/features/shares/ui/share-page';

const { generateMetadata, Page } = page('/[locale]/city/shares/[id]', {
  permission: 'share.read',
  title: (locale) => shareMessages(locale).title,
  load: async ({ actor, params, cursorOf, may, found }) => {
    const cursor = cursorOf();
    return {
      page: found(await getShareOut(actor, params.id, cursor)),
      cursor,
      mayRelease: may('share.release'),
    };
  },
  view: ShareOutPage,
});
export { generateMetadata, Page as default };
