import { redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { verifyMessages } from '@/features/vouchers/messages';
import { verifyVoucher } from '@/features/vouchers/queries';
import { VerifyAnswer } from '@/features/vouchers/ui/verify';
import { parseVoucherCode } from '@/lib/identifiers';
import { localePath } from '@/lib/locale';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/verify/[code]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, verifyMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const { code } = await params;
  const parsed = parseVoucherCode(decodeURIComponent(code));
  if (!parsed.ok) redirect(localePath(locale, `/verify?code=${code}`));
  const answer = await verifyVoucher(actor, parsed.value);
  return <VerifyAnswer locale={locale} code={parsed.value} answer={answer} />;
}
