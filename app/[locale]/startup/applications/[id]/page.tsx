import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { listSources } from '@/features/applications/queries';
import { TaskPage } from '@/features/applications/ui/task-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/startup/applications/[id]', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).sections,
  load: async ({ actor, params, may, found, redirectTo }) => {
    const { id } = params;
    const view = found(await getApplication(actor, id));
    if (view.state !== 'draft') return redirectTo(paths.startup.status(id));
    return { view, owner: may('application.submit'), earlier: await listSources(actor, id) };
  },
  view: TaskPage,
});
export { generateMetadata, Page as default };
