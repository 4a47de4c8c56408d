import { page } from '@/app/frame';
import { noticeMessages } from '@/features/notices/messages';
import { getNotice } from '@/features/notices/queries';
import { NoticePaper } from '@/features/notices/ui/notice-page';
import { ObjectionForm } from '@/features/objections/ui/objection-form';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/notices/[id]', {
  permission: 'public.read',
  load: async ({ actor, params, listAt }) => {
    const { page, cursor } = await listAt((from) => getNotice(actor, params.id, from));
    return page && { notice: page, cursor };
  },
  titleOf: ({ locale, notice }) =>
    noticeMessages(locale).title({ programme: say(notice.title, locale) }),
  view: ({ locale, notice, cursor }) => (
    <NoticePaper notice={notice} locale={locale} cursor={cursor}>
      <ObjectionForm notice={notice} locale={locale} />
    </NoticePaper>
  ),
});
export { generateMetadata, Page as default };
