import { page } from '@/app/frame';
import { verifyLetter } from '@/features/letters/queries';
import { VerifiedLetterPage } from '@/features/letters/ui/verified-letter';
import { verifyMessages } from '@/features/vouchers/messages';
import { verifyVoucher } from '@/features/vouchers/queries';
import { VerifyAnswer } from '@/features/vouchers/ui/verify';
import { isLetterCode, parseVerifiable } from '@/lib/identifiers';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/verify/[code]', {
  permission: 'public.read',
  title: (locale) => verifyMessages(locale).title,
  load: async ({ actor, params, redirectTo }) => {
    const typed = decodeURIComponent(params.code);
    const parsed = parseVerifiable(typed);
    if (!parsed.ok) return redirectTo(paths.verify({ code: typed }));
    const code = parsed.value;
    return isLetterCode(code)
      ? { code, letter: await verifyLetter(actor, code) }
      : { code, voucher: await verifyVoucher(actor, code) };
  },
  view: ({ locale, code, letter, voucher }) =>
    letter ? (
      <VerifiedLetterPage locale={locale} code={code} answer={letter} />
    ) : (
      <VerifyAnswer locale={locale} code={code} answer={voucher} />
    ),
});
export { generateMetadata, Page as default };
