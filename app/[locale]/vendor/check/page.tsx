import { page } from '@/app/frame';
import { checkVoucher } from '@/features/redemptions/hold-queries';
import { vendorHomeMessages } from '@/features/redemptions/messages';
import { CheckPage, type CheckAnswer } from '@/features/redemptions/ui/vendor-home';
import { parseVoucherCode } from '@/lib/identifiers';
import type { Actor } from '@/server/actor';

async function answerTo(
  actor: Actor<'voucher.check'>,
  code: string | undefined,
): Promise<CheckAnswer> {
  if (code === undefined) return { kind: 'noCode' };
  const parsed = parseVoucherCode(code);
  if (!parsed.ok) return { kind: 'wrong' };
  const voucher = await checkVoucher(actor, parsed.value);
  return voucher ? { kind: 'known', voucher } : { kind: 'unknown' };
}

const { generateMetadata, Page } = page('/[locale]/vendor/check', {
  permission: 'voucher.check',
  title: (locale) => vendorHomeMessages(locale).check,
  load: async ({ actor, text, may }) => {
    const code = text('code');
    return { code, operator: may('redemption.submit'), answer: await answerTo(actor, code) };
  },
  view: CheckPage,
});
export { generateMetadata, Page as default };
