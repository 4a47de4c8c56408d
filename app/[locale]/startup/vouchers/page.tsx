import { titled } from '@/components/shell/title';
import { voucherMessages } from '@/features/vouchers/messages';
import { listOwnVouchers } from '@/features/vouchers/queries';
import { OwnVouchers } from '@/features/vouchers/ui/own-vouchers';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/startup/vouchers'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, voucherMessages(locale).vouchers);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('startup.read');
  const cursor = cursorOf((await searchParams).cursor);
  const page = await listOwnVouchers(actor, cursor);
  return <OwnVouchers locale={locale} page={page} cursor={cursor} />;
}
