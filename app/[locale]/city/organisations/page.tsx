import { titled } from '@/components/shell/title';
import { listVerifications, verificationFilter } from '@/features/organisations/city-queries';
import { organisationMessages } from '@/features/organisations/messages';
import { VerificationQueue } from '@/features/organisations/ui/city-list';
import { one } from '@/lib/query';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/organisations'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, organisationMessages(locale).cityTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('verification.read');
  const { state, cursor } = await searchParams;
  const filter = verificationFilter.parse({ state: one(state), cursor: one(cursor) });
  const page = await listVerifications(actor, filter);
  return <VerificationQueue locale={locale} page={page} filter={filter} />;
}
