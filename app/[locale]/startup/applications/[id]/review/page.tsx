import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { getPreflight } from '@/features/applications/preflight-queries';
import { ReviewPage } from '@/features/applications/ui/review-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/startup/applications/[id]/review', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).reviewTitle,
  load: async ({ actor, params, may, found, redirectTo }) => {
    const { id } = params;
    const view = found(await getApplication(actor, id));
    if (view.open.length === 0) return redirectTo(paths.startup.status(id));
    return {
      view,
      preflight: await getPreflight(actor, view),
      owner: may('application.submit'),
      member: may('application.draft'),
    };
  },
  view: ReviewPage,
});
export { generateMetadata, Page as default };
