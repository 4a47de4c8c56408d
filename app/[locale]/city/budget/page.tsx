import { titled } from '@/components/shell/title';
import { listOpenChanges } from '@/features/budget/change-queries';
import { budgetMessages } from '@/features/budget/messages';
import { listBudgets } from '@/features/budget/queries';
import { BudgetOverview } from '@/features/budget/ui/budget-page';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/budget'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, budgetMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('budget.read');
  const asked = await searchParams;
  const cursor = cursorOf(asked.cursor, 'key');
  const openCursor = cursorOf(asked.changes);
  return (
    <BudgetOverview
      locale={locale}
      page={await listBudgets(actor, cursor)}
      cursor={cursor}
      open={await listOpenChanges(actor, openCursor)}
      openCursor={openCursor}
      mayRelease={may('budget.release', roleOf(actor))}
    />
  );
}
