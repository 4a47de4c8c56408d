import { page } from '@/app/frame';
import { listCityNotices, listReadyCases } from '@/features/notices/queries';
import { NoticeDesk } from '@/features/notices/ui/notice-desk';
import { noticeMessages } from '@/features/notices/messages';

const { generateMetadata, Page } = page('/[locale]/city/notices', {
  permission: 'notice.publish',
  title: (locale) => noticeMessages(locale).notices,
  load: async ({ actor, cursorOf }) => {
    const cursor = cursorOf();
    const [groups, page] = await Promise.all([
      listReadyCases(actor),
      listCityNotices(actor, cursor),
    ]);
    return { groups, page, cursor };
  },
  view: NoticeDesk,
});
export { generateMetadata, Page as default };
