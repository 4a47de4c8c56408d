import { page } from '@/app/frame';
import { listAlerts } from '@/features/budget/queries';
import { BudgetAlerts } from '@/features/budget/ui/alerts';
import { listCities } from '@/features/people/queries';
import { getDesk } from '@/features/reviews/desk-queries';
import { deskMessages } from '@/features/reviews/messages';
import { DeskPage } from '@/features/reviews/ui/desk';
import { cityOf } from '@/server/actor';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/city', {
  permission: 'city.read',
  title: (locale) => deskMessages(locale).home,
  load: async ({ locale, actor }) => {
    const [desk, cities, alerts] = await Promise.all([
      getDesk(actor),
      listCities(actor),
      listAlerts(actor),
    ]);
    const own = cities.find((city) => city.id === cityOf(actor));
    const name = own ? say(own.name, locale) : '';
    return { desk, city: name, alerts: <BudgetAlerts locale={locale} alerts={alerts} linked /> };
  },
  view: DeskPage,
});
export { generateMetadata, Page as default };
