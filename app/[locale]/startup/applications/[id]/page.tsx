import { notFound, redirect } from 'next/navigation';
import { page } from '@/app/frame';
import { localePath } from '@/lib/locale';
import { applicationMessages } from '@/features/applications/messages';
import { listSources } from '@/features/applications/queries';
import { TaskPage } from '@/features/applications/ui/task-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/startup/applications/[id]', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).sections,
  load: async ({ locale, actor, params, done, may }) => {
    const { id } = params;
    const view = (await getApplication(actor, id)) ?? notFound();
    if (view.state !== 'draft') redirect(localePath(locale, paths.startup.status(id)));
    return { view, owner: may('application.submit'), earlier: await listSources(actor, id), done };
  },
  view: TaskPage,
});
export { generateMetadata, Page as default };
