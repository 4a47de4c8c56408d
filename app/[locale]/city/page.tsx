import { titled } from '@/components/shell/title';
import { listAlerts } from '@/features/budget/queries';
import { BudgetAlerts } from '@/features/budget/ui/alerts';
import { listCities } from '@/features/people/queries';
import { getDesk } from '@/features/reviews/desk-queries';
import { deskMessages } from '@/features/reviews/messages';
import { DeskPage } from '@/features/reviews/ui/desk';
import { cityOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, deskMessages(locale).home);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('city.read');
  const [desk, cities, alerts] = await Promise.all([
    getDesk(actor),
    listCities(actor),
    listAlerts(actor),
  ]);
  const own = cities.find((city) => city.id === cityOf(actor));
  const name = (locale === 'en' ? own?.nameEn : own?.nameZh) ?? '';
  return (
    <DeskPage
      locale={locale}
      desk={desk}
      city={name}
      alerts={<BudgetAlerts locale={locale} alerts={alerts} linked />}
    />
  );
}
