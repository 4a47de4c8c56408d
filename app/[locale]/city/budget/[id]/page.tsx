import { page } from '@/app/frame';
import { listProgrammeChanges } from '@/features/budget/change-queries';
import { getOutlook } from '@/features/budget/forecast-queries';
import { budgetMessages } from '@/features/budget/messages';
import { partLinks } from '@/features/budget/part-links';
import { OutlookPage } from '@/features/budget/ui/outlook-page';

const { generateMetadata, Page } = page('/[locale]/city/budget/[id]', {
  permission: 'budget.read',
  title: (locale) => budgetMessages(locale).title,
  load: async ({ actor, params, cursorOf, may, found }) => {
    const outlook = found(await getOutlook(actor, params.id));
    const cursor = cursorOf();
    return {
      outlook,
      changes: await listProgrammeChanges(actor, outlook.budget.id, cursor),
      cursor,
      mayPropose: may('budget.propose'),
      mayRelease: may('budget.release'),
      opens: partLinks(may, outlook.budget.id),
    };
  },
  view: OutlookPage,
});
export { generateMetadata, Page as default };
