import { titled } from '@/components/shell/title';
import { organisationMessages } from '@/features/organisations/messages';
import { getOwnOrganisation } from '@/features/organisations/queries';
import { OrganisationOverview } from '@/features/organisations/ui/overview';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/vendor/organisation'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, organisationMessages(locale).organisation);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('organisation.read');
  await allow('vendor.read');
  const own = await getOwnOrganisation(actor);
  const { done } = await searchParams;
  return <OrganisationOverview locale={locale} role={roleOf(actor)} own={own} done={one(done)} />;
}
