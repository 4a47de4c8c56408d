import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { getOwnOrganisation, listColleagues } from '@/features/people/queries';
import { OrganisationPage } from '@/features/people/ui/organisation';
import { roleOf } from '@/lib/server/actor';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/startup/organisation'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).organisation);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('organisation.read');
  await allow('startup.read');
  const [own, colleagues] = await Promise.all([getOwnOrganisation(actor), listColleagues(actor)]);
  return (
    <OrganisationPage locale={locale} role={roleOf(actor)} own={own} colleagues={colleagues} />
  );
}
