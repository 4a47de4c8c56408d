import { page } from '@/app/frame';
import { noticeMessages } from '@/features/notices/messages';
import { getNotice } from '@/features/notices/queries';
import { NoticePaper } from '@/features/notices/ui/notice-page';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/notices/[id]', {
  permission: 'public.read',
  load: async ({ actor, params }) => {
    const notice = await getNotice(actor, params.id);
    return notice && { notice };
  },
  titleOf: ({ locale, notice }) =>
    noticeMessages(locale).title({ programme: say(notice.title, locale) }),
  view: NoticePaper,
});
export { generateMetadata, Page as default };
