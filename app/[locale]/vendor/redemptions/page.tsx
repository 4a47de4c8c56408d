import { titled } from '@/components/shell/title';
import { redemptionMessages } from '@/features/redemptions/messages';
import { listVendorRedemptions, redemptionFilter } from '@/features/redemptions/queries';
import { RedemptionList } from '@/features/redemptions/ui/redemption-list';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/vendor/redemptions'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).redemptions);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('vendor.read');
  const asked = readFilter(redemptionFilter, await searchParams);
  const page = asked.fits ? await listVendorRedemptions(actor, asked.filter) : noPage;
  return <RedemptionList locale={locale} page={page} asked={asked} to="vendor" />;
}
