import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { ReceiptPage } from '@/features/applications/ui/receipt-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/startup/applications/[id]/submitted', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).receipt,
  load: async ({ actor, params, redirectTo }) => {
    const view = await getApplication(actor, params.id);
    if (view?.submittedAt === null) return redirectTo(paths.startup.application(view.id));
    return view && { view, submittedAt: view.submittedAt };
  },
  view: ReceiptPage,
});
export { generateMetadata, Page as default };
