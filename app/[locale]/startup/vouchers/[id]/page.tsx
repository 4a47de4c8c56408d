import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { voucherMessages } from '@/features/vouchers/messages';
import { getOwnVoucher } from '@/features/vouchers/queries';
import { OwnVoucher } from '@/features/vouchers/ui/voucher-page';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { env } from '@/server/env';
import { idOf, localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/startup/vouchers/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, voucherMessages(locale).voucher);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('startup.read');
  const { done, entries } = await searchParams;
  const voucher = await getOwnVoucher(actor, await idOf(params), { entries: cursorOf(entries) });
  if (!voucher) notFound();
  return (
    <OwnVoucher
      voucher={voucher}
      locale={locale}
      owner={may('hold.authorise', roleOf(actor))}
      done={one(done)}
      verifyUrl={`${env().AUTH_URL}${localePath(locale, paths.verified(voucher.code))}`}
    />
  );
}
