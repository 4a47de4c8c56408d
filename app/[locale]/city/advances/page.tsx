import { page } from '@/app/frame';
import { advanceMessages } from '@/features/advances/messages';
import { listAdvances } from '@/features/advances/queries';
import { AdvancesPage } from '@/features/advances/ui/advances-page';

const { generateMetadata, Page } = page('/[locale]/city/advances', {
  permission: 'advance.read',
  title: (locale) => advanceMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => listAdvances(actor, cursor))),
    mayPropose: may('advance.propose'),
  }),
  view: AdvancesPage,
});
export { generateMetadata, Page as default };
