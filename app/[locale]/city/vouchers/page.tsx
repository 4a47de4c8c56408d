import { titled } from '@/components/shell/title';
import { voucherMessages } from '@/features/vouchers/messages';
import { listCityVouchers, voucherFilter } from '@/features/vouchers/queries';
import { CityVouchers } from '@/features/vouchers/ui/city-vouchers';
import { one } from '@/lib/query';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/vouchers'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, voucherMessages(locale).vouchers);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('voucher.oversee');
  const { state, q, cursor } = await searchParams;
  const asked = { state: one(state) || undefined, q: one(q), cursor: one(cursor) };
  const filter = voucherFilter.parse(asked);
  const page = await listCityVouchers(actor, filter);
  return <CityVouchers locale={locale} page={page} filter={filter} />;
}
