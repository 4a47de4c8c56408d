import { page } from '@/app/frame';
import { listNotices } from '@/features/notices/queries';
import { NoticeList } from '@/features/notices/ui/notice-list';
import { listAt } from '@/server/page';
import { noticeMessages } from '@/features/notices/messages';

const { generateMetadata, Page } = page('/[locale]/notices', {
  permission: 'public.read',
  title: (locale) => noticeMessages(locale).notices,
  load: ({ actor, query }) => listAt(query.cursor, (cursor) => listNotices(actor, cursor)),
  view: NoticeList,
});
export { generateMetadata, Page as default };
