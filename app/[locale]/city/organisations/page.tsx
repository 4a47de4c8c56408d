import { titled } from '@/components/shell/title';
import { listVerifications, verificationFilter } from '@/features/organisations/city-queries';
import { organisationMessages } from '@/features/organisations/messages';
import { VerificationQueue } from '@/features/organisations/ui/city-list';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/city/organisations'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, organisationMessages(locale).cityTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('verification.read');
  const asked = readFilter(verificationFilter, await searchParams);
  const page = asked.fits ? await listVerifications(actor, asked.filter) : noPage;
  return <VerificationQueue locale={locale} page={page} asked={asked} />;
}
