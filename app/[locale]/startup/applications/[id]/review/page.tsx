import { notFound, redirect } from 'next/navigation';
import { page } from '@/app/frame';
import { localePath } from '@/lib/locale';
import { applicationMessages } from '@/features/applications/messages';
import { getPreflight } from '@/features/applications/preflight-queries';
import { ReviewPage } from '@/features/applications/ui/review-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/startup/applications/[id]/review', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).reviewTitle,
  load: async ({ locale, actor, params, done, may }) => {
    const { id } = params;
    const view = (await getApplication(actor, id)) ?? notFound();
    if (view.open.length === 0) redirect(localePath(locale, paths.startup.status(id)));
    return {
      view,
      preflight: await getPreflight(actor, view),
      owner: may('application.submit'),
      member: may('application.draft'),
      done,
    };
  },
  view: ReviewPage,
});
export { generateMetadata, Page as default };
