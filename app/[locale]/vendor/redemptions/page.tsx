import { titled } from '@/components/shell/title';
import { redemptionMessages } from '@/features/redemptions/messages';
import { listVendorRedemptions, redemptionFilter } from '@/features/redemptions/queries';
import { RedemptionList } from '@/features/redemptions/ui/redemption-list';
import { one } from '@/lib/query';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/vendor/redemptions'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).redemptions);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('vendor.read');
  const { state, cursor } = await searchParams;
  const filter = redemptionFilter.parse({ state: one(state) || undefined, cursor: one(cursor) });
  const page = await listVendorRedemptions(actor, filter);
  return <RedemptionList locale={locale} page={page} filter={filter} to="vendor" />;
}
