import { page } from '@/app/frame';
import { getIssueDesk } from '@/features/issuing/queries';
import { issueMessages } from '@/features/issuing/messages';
import { IssueDeskPage } from '@/features/issuing/ui/issue-desk';

const { generateMetadata, Page } = page('/[locale]/city/issues', {
  permission: 'issue.read',
  title: (locale) => issueMessages(locale).title,
  load: async ({ actor, may }) => ({
    desk: await getIssueDesk(actor),
    mayPropose: may('issue.propose'),
    mayRelease: may('issue.release'),
  }),
  view: IssueDeskPage,
});
export { generateMetadata, Page as default };
