import { titled } from '@/components/shell/title';
import { voucherMessages } from '@/features/vouchers/messages';
import { listCityVouchers, voucherFilter } from '@/features/vouchers/queries';
import { CityVouchers } from '@/features/vouchers/ui/city-vouchers';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/city/vouchers'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, voucherMessages(locale).vouchers);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('voucher.oversee');
  const asked = readFilter(voucherFilter, await searchParams);
  const page = asked.fits ? await listCityVouchers(actor, asked.filter) : noPage;
  return <CityVouchers locale={locale} page={page} asked={asked} />;
}
