import { CodeGroups } from '@/components/ui/voucher-card';
import { ButtonLink } from '@/components/ui/button-link';
import { Until } from '@/components/ui/date-time';
import { words } from '@/components/ui/words';
import { Worth } from '@/features/rules/ui/worth';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { voucherMessages } from '../messages';
import type { VoucherDetail } from '../queries';
import { VerifyQr, VoucherStatusTag } from './voucher-parts';

/** Shows a voucher at a counter: its code as large as the screen allows, on white, and nothing of the portal around it. */
export function ShowVoucher({ voucher, locale }: { voucher: VoucherDetail; locale: Locale }) {
  const t = voucherMessages(locale);
  return (
    <div className="counter flex flex-col items-center gap-4 text-center">
      <h1 className="text-xl">
        {words(say(voucher.city, locale))} · {t.voucher}
      </h1>
      <VoucherStatusTag status={voucher.status} locale={locale} />
      <div className="counter-qr max-w-full">
        <VerifyQr voucher={voucher} locale={locale} />
      </div>
      <CodeGroups code={voucher.code} className="code text-3xl font-semibold" />
      <p className="text-lg">{words(organisationName(voucher.holder, locale))}</p>
      <p>
        {t.available}{' '}
        <span className="font-semibold">
          <Worth fen={voucher.availableFen} price={voucher.price} locale={locale} />
        </span>
        {' · '}
        {t.validTo} <Until at={voucher.validTo} locale={locale} />
      </p>
      <p className="no-print text-muted text-sm">{t.showHint}</p>
      <ButtonLink
        variant="secondary"
        className="no-print"
        href={localePath(locale, paths.startup.voucher(voucher.id))}
      >
        {t.showBack}
      </ButtonLink>
    </div>
  );
}
