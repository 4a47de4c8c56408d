import { buttonClass } from '@/components/ui/button-class';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyButton, PrintButton } from '@/components/ui/scripted-buttons';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { voucherMessages } from '../messages';
import type { VoucherDetail } from '../queries';

type Props = { voucher: VoucherDetail; locale: Locale };

/** Shows the button that copies the code, as it is typed elsewhere: without its groups. */
export function CopyCode({ voucher, locale }: Props) {
  const t = voucherMessages(locale);
  return (
    <CopyButton text={voucher.code} label={t.copyCode} done={t.copied} failed={t.copyFailed} />
  );
}

/** Shows what the holder can do with the card itself: show it, print it, keep it. */
export function Uses({ voucher, locale, certified }: Props & { certified: boolean }) {
  const t = voucherMessages(locale);
  return (
    <div className="no-print -mt-4 flex flex-wrap gap-2">
      <ButtonLink
        variant="secondary"
        size="sm"
        href={localePath(locale, paths.startup.showVoucher(voucher.id))}
      >
        {t.show}
      </ButtonLink>
      <PrintButton label={t.print} />
      {certified && (
        <a
          className={buttonClass('secondary', 'sm')}
          href={paths.api.ownCertificate(voucher.id, { part: 'pdf', lang: locale })}
          download
        >
          {t.certificatePdf}
        </a>
      )}
    </div>
  );
}
