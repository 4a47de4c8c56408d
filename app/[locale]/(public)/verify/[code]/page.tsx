import { page } from '@/app/frame';
import { findCertificate, listSigningCities } from '@/features/certificates/queries';
import { Offline } from '@/features/certificates/ui/offline';
import { FoundCertificatePage } from '@/features/certificates/ui/verified-certificate';
import { verifyLetter } from '@/features/letters/queries';
import { VerifiedLetterPage } from '@/features/letters/ui/verified-letter';
import { verifyMessages } from '@/features/vouchers/messages';
import { verifyVoucher } from '@/features/vouchers/queries';
import { VerifyAnswer } from '@/features/vouchers/ui/verify';
import { isCertificateNumber, isLetterCode, parseVerifiable } from '@/lib/identifiers';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/verify/[code]', {
  permission: 'public.read',
  title: (locale) => verifyMessages(locale).title,
  load: async ({ actor, params, redirectTo }) => {
    const typed = decodeURIComponent(params.code);
    const parsed = parseVerifiable(typed);
    if (!parsed.ok) return redirectTo(paths.verify({ code: typed }));
    const code = parsed.value;
    if (isLetterCode(code)) return { code, letter: await verifyLetter(actor, code) };
    if (isCertificateNumber(code)) return { code, certificate: await findCertificate(actor, code) };
    const cities = await listSigningCities(actor);
    return { code, cities, voucher: await verifyVoucher(actor, code) };
  },
  view: ({ locale, code, letter, certificate, voucher, cities }) => {
    if (letter) return <VerifiedLetterPage locale={locale} code={code} answer={letter} />;
    if (certificate) {
      return <FoundCertificatePage locale={locale} number={code} answer={certificate} />;
    }
    return (
      <VerifyAnswer
        locale={locale}
        code={code}
        answer={voucher}
        offline={<Offline locale={locale} cities={cities} />}
      />
    );
  },
});
export { generateMetadata, Page as default };
