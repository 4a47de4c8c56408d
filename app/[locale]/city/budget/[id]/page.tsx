import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { listProgrammeChanges } from '@/features/budget/change-queries';
import { getOutlook } from '@/features/budget/forecast-queries';
import { budgetMessages } from '@/features/budget/messages';
import { OutlookPage } from '@/features/budget/ui/outlook-page';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/budget/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, budgetMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('budget.read');
  const outlook = await getOutlook(actor, await idOf(params));
  if (!outlook) notFound();
  const asked = await searchParams;
  const cursor = cursorOf(asked.cursor);
  const role = roleOf(actor);
  return (
    <OutlookPage
      locale={locale}
      outlook={outlook}
      changes={await listProgrammeChanges(actor, outlook.budget.id, cursor)}
      cursor={cursor}
      mayPropose={may('budget.propose', role)}
      mayRelease={may('budget.release', role)}
      done={one(asked.done)}
    />
  );
}
