import { titled } from '@/components/shell/title';
import { checkVoucher } from '@/features/redemptions/hold-queries';
import { vendorHomeMessages } from '@/features/redemptions/messages';
import { CheckPage, type CheckAnswer } from '@/features/redemptions/ui/vendor-home';
import { parseVoucherCode } from '@/lib/identifiers';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf, type Actor } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/vendor/check'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, vendorHomeMessages(locale).check);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('voucher.check');
  const code = one((await searchParams).code);
  const operator = may('redemption.submit', roleOf(actor));
  return (
    <CheckPage
      locale={locale}
      code={code}
      operator={operator}
      answer={await answerTo(actor, code)}
    />
  );
}

async function answerTo(
  actor: Actor<'voucher.check'>,
  code: string | undefined,
): Promise<CheckAnswer> {
  if (code === undefined) return { kind: 'asked' };
  const parsed = parseVoucherCode(code);
  if (!parsed.ok) return { kind: 'wrong' };
  const voucher = await checkVoucher(actor, parsed.value);
  return voucher ? { kind: 'known', voucher } : { kind: 'unknown' };
}
