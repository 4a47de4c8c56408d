import { titled } from '@/components/shell/title';
import { getVendorHold, listOpenHolds } from '@/features/redemptions/hold-queries';
import { redemptionMessages } from '@/features/redemptions/messages';
import { ChooseHold, NewRedemption } from '@/features/redemptions/ui/redemption-form';
import { one } from '@/lib/query';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/vendor/redemptions/new'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).newTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('redemption.submit');
  const asked = one((await searchParams).hold);
  const hold = asked === undefined ? undefined : await getVendorHold(actor, asked);
  return hold?.state === 'open' ? (
    <NewRedemption locale={locale} hold={hold} />
  ) : (
    <ChooseHold locale={locale} page={await listOpenHolds(actor, undefined)} />
  );
}
