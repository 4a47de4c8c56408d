import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { listOfficials } from '@/features/people/queries';
import { CityPeople } from '@/features/people/ui/administration';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/people'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).people);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('people.manage');
  return <CityPeople locale={locale} people={await listOfficials(actor)} />;
}
