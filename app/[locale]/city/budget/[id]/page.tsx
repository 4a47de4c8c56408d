import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { listProgrammeChanges } from '@/features/budget/change-queries';
import { getOutlook } from '@/features/budget/forecast-queries';
import { budgetMessages } from '@/features/budget/messages';
import { OutlookPage } from '@/features/budget/ui/outlook-page';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/city/budget/[id]', {
  permission: 'budget.read',
  title: (locale) => budgetMessages(locale).title,
  load: async ({ actor, params, query, done, may }) => {
    const outlook = (await getOutlook(actor, params.id)) ?? notFound();
    const cursor = cursorOf(query.cursor);
    return {
      outlook,
      changes: await listProgrammeChanges(actor, outlook.budget.id, cursor),
      cursor,
      mayPropose: may('budget.propose'),
      mayRelease: may('budget.release'),
      done,
    };
  },
  view: OutlookPage,
});
export { generateMetadata, Page as default };
