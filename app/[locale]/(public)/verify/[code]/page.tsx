import { redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { verifyLetter } from '@/features/letters/queries';
import { VerifiedLetterPage } from '@/features/letters/ui/verified-letter';
import { verifyMessages } from '@/features/vouchers/messages';
import { verifyVoucher } from '@/features/vouchers/queries';
import { VerifyAnswer } from '@/features/vouchers/ui/verify';
import { isLetterCode, parseVerifiable } from '@/lib/identifiers';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/verify/[code]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, verifyMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const { code: typed } = await params;
  const parsed = parseVerifiable(decodeURIComponent(typed));
  if (!parsed.ok) redirect(localePath(locale, paths.verify({ code: typed })));
  const code = parsed.value;
  if (isLetterCode(code)) {
    return (
      <VerifiedLetterPage locale={locale} code={code} answer={await verifyLetter(actor, code)} />
    );
  }
  return <VerifyAnswer locale={locale} code={code} answer={await verifyVoucher(actor, code)} />;
}
