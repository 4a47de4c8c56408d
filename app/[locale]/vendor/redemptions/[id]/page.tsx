import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getVendorRedemption } from '@/features/redemptions/queries';
import { VendorRedemption } from '@/features/redemptions/ui/redemption-page';
import { one } from '@/lib/query';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/vendor/redemptions/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).redemption);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('vendor.read');
  const done = one((await searchParams).done);
  const redemption = await getVendorRedemption(actor, await idOf(params));
  if (!redemption) notFound();
  return <VendorRedemption redemption={redemption} locale={locale} done={done} />;
}
