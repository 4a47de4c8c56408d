import { page } from '@/app/frame';
import { listOpenChanges } from '@/features/budget/change-queries';
import { budgetMessages } from '@/features/budget/messages';
import { partLinks } from '@/features/budget/part-links';
import { listBudgets } from '@/features/budget/queries';
import { BudgetOverview } from '@/features/budget/ui/budget-page';

const { generateMetadata, Page } = page('/[locale]/city/budget', {
  permission: 'budget.read',
  title: (locale) => budgetMessages(locale).title,
  load: async ({ actor, cursorOf, may }) => {
    const cursor = cursorOf('cursor', 'key');
    const openCursor = cursorOf('changes');
    return {
      page: await listBudgets(actor, cursor),
      cursor,
      open: await listOpenChanges(actor, openCursor),
      openCursor,
      mayRelease: may('budget.release'),
      opens: partLinks(may),
    };
  },
  view: BudgetOverview,
});
export { generateMetadata, Page as default };
