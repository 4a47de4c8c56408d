import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getVerification } from '@/features/organisations/city-queries';
import { organisationMessages } from '@/features/organisations/messages';
import { VerificationPage } from '@/features/organisations/ui/city-view';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/organisations/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, organisationMessages(locale).cityTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('verification.read');
  const view = (await getVerification(actor, (await params).id)) ?? notFound();
  const { done } = await searchParams;
  return <VerificationPage view={view} locale={locale} role={roleOf(actor)} done={one(done)} />;
}
