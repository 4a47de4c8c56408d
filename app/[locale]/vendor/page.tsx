import { titled } from '@/components/shell/title';
import { listOpenHolds } from '@/features/redemptions/hold-queries';
import { vendorHomeMessages } from '@/features/redemptions/messages';
import { listVendorRedemptions } from '@/features/redemptions/queries';
import { VendorHome } from '@/features/redemptions/ui/vendor-home';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/vendor'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, vendorHomeMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('vendor.read');
  const cursor = cursorOf((await searchParams).cursor);
  const [holds, recent] = await Promise.all([
    listOpenHolds(actor, cursor),
    listVendorRedemptions(actor, {}),
  ]);
  const operator = may('redemption.submit', roleOf(actor));
  return (
    <VendorHome locale={locale} holds={holds} recent={recent} operator={operator} cursor={cursor} />
  );
}
