import { getBudget } from '@/features/settlements/queries';
import { Budget } from '@/features/settlements/ui/budget';
import { titled } from '@/components/shell/title';
import { budgetMessages } from '@/features/settlements/messages';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/budget'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, budgetMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('budget.read');
  return <Budget locale={locale} rows={await getBudget(actor)} />;
}
