import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { listSteps } from '@/features/applications/queries';
import { StatusPage } from '@/features/applications/ui/status-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';
import { getOwnAppeal } from '@/features/appeals/queries';
import { FileAppeal } from '@/features/appeals/ui/file-appeal';
import { getOwnShare } from '@/features/shares/queries';
import { OwnShareNote } from '@/features/shares/ui/share-page';
import { OwnAppealNote } from '@/features/appeals/ui/own-appeal';

const { generateMetadata, Page } = page('/[locale]/startup/applications/[id]/status', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).statusTitle,
  load: async ({ locale, actor, params, may, found, redirectTo }) => {
    const { id } = params;
    const view = found(await getApplication(actor, id));
    if (view.state === 'draft') return redirectTo(paths.startup.application(id));
    const owner = may('application.submit');
    const writes = may('application.draft');
    const own = await getOwnAppeal(actor, id);
    const share = await getOwnShare(actor, id);
    return {
      view,
      owner,
      writes,
      appeal: <OwnAppealNote own={own} locale={locale} />,
      share: share && <OwnShareNote share={share} locale={locale} />,
      fileAppeal: own?.appealable && own.appealBy && (
        <FileAppeal applicationId={id} appealBy={own.appealBy} owner={owner} locale={locale} />
      ),
      steps: await listSteps(actor, id),
    };
  },
  view: StatusPage,
});
export { generateMetadata, Page as default };
