import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { listApplications } from '@/features/applications/queries';
import { ApplicationList } from '@/features/applications/ui/application-list';

const { generateMetadata, Page } = page('/[locale]/startup/applications', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).applications,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => listApplications(actor, cursor))),
    writes: may('application.draft'),
  }),
  view: ApplicationList,
});
export { generateMetadata, Page as default };
