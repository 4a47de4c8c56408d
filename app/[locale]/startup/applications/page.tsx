import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { listApplications } from '@/features/applications/queries';
import { ApplicationList } from '@/features/applications/ui/application-list';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/startup/applications', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).applications,
  load: async ({ actor, query, may }) => {
    const cursor = cursorOf(query.cursor);
    const page = await listApplications(actor, cursor);
    return { page, cursor, writes: may('application.draft') };
  },
  view: ApplicationList,
});
export { generateMetadata, Page as default };
