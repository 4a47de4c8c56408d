import type { ReactNode } from 'react';
import { Qr } from '@/components/ui/qr';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { VoucherCard } from '@/components/ui/voucher-card';
import { formatQuantity } from '@/features/rules/amount';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { formatVoucherCode } from '@/lib/identifiers';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { publicUrl } from '@/server/env';
import type { VoucherStatus } from '../domain/status';
import { statusNames, voucherMessages } from '../messages';
import type { VoucherSummary } from '../queries';

const statusTones: Record<VoucherStatus, Tone> = {
  unused: 'success',
  partly_used: 'success',
  used_up: 'final',
  frozen: 'warn',
  expired: 'neutral',
  revoked: 'danger',
};

export function VoucherStatusTag({ status, locale }: { status: VoucherStatus; locale: Locale }) {
  return <StatusTag tone={statusTones[status]}>{statusNames(locale)[status]}</StatusTag>;
}

/** Shows the QR code of the address where the voucher can be verified. */
export function VerifyQr(props: { voucher: Pick<VoucherSummary, 'code'>; locale: Locale }) {
  const { voucher, locale } = props;
  return (
    <Qr
      text={publicUrl(locale, paths.verified(voucher.code))}
      label={voucherMessages(locale).verifyAt({ code: formatVoucherCode(voucher.code) })}
    />
  );
}

/** Shows the voucher as a card. Its QR code is the address where it can be verified. */
export function Card(props: { voucher: VoucherSummary; locale: Locale; codeAction?: ReactNode }) {
  const { voucher, locale, codeAction } = props;
  const t = voucherMessages(locale);
  return (
    <VoucherCard
      locale={locale}
      seed={voucher.programmeId}
      cityName={say(voucher.city, locale)}
      programmeTitle={say(voucher.programme, locale)}
      holderName={organisationName(voucher.holder, locale)}
      code={voucher.code}
      {...(voucher.price && {
        quantity: formatQuantity(voucher.faceValueFen, voucher.price, locale),
      })}
      faceValueFen={voucher.faceValueFen}
      availableFen={voucher.availableFen}
      heldFen={voucher.heldFen}
      usedFen={voucher.usedFen}
      validTo={voucher.validTo}
      {...(voucher.payout === 'vendor' && { scope: t.scope })}
      status={{
        label: statusNames(locale)[voucher.status],
        tone: statusTones[voucher.status],
      }}
      qr={<VerifyQr voucher={voucher} locale={locale} />}
      codeAction={codeAction}
    />
  );
}
