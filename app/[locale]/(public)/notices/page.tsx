import { page } from '@/app/frame';
import { listNotices } from '@/features/notices/queries';
import { NoticeList } from '@/features/notices/ui/notice-list';
import { noticeMessages } from '@/features/notices/messages';

const { generateMetadata, Page } = page('/[locale]/notices', {
  permission: 'public.read',
  title: (locale) => noticeMessages(locale).notices,
  load: ({ actor, listAt }) => listAt((cursor) => listNotices(actor, cursor)),
  view: NoticeList,
});
export { generateMetadata, Page as default };
