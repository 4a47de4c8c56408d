import { page } from '@/app/frame';
import { getOwnCertificate } from '@/features/certificates/queries';
import { OwnCertificate } from '@/features/certificates/ui/own-certificate';
import { getPause, listPauseExtensions } from '@/features/pauses/queries';
import { PauseExtensions, PauseNotice } from '@/features/pauses/ui/notice';
import { listDecidedChanges } from '@/features/validity/queries';
import { OwnVoucherChanges } from '@/features/validity/ui/voucher-changes';
import { listVoucherRecoveries } from '@/features/recoveries/queries';
import { VoucherRecoveries } from '@/features/recoveries/ui/debts';
import { voucherMessages } from '@/features/vouchers/messages';
import { getOwnVoucher } from '@/features/vouchers/queries';
import { OwnVoucher } from '@/features/vouchers/ui/voucher-page';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers/[id]', {
  permission: 'startup.read',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ actor, params, cursorOf, may, found }) => {
    const voucher = found(await getOwnVoucher(actor, params.id, { entries: cursorOf('entries') }));
    return {
      voucher,
      owner: may('hold.authorise'),
      writer: may('claim.draft'),
      recoveries: await listVoucherRecoveries(actor, params.id),
      certificate: await getOwnCertificate(actor, params.id),
      changes: await listDecidedChanges(actor, params.id),
      mayIssue:
        may('certificate.issue') &&
        voucher.payout === 'vendor' &&
        voucher.state === 'active' &&
        voucher.status !== 'expired' &&
        // A paused voucher past its last day has no term that a certificate could name.
        !(voucher.paused && voucher.daysLeft < 0),
      pause: await getPause(actor, voucher.programmeId),
      extensions: await listPauseExtensions(actor, params.id),
    };
  },
  view: ({ certificate, changes, pause, extensions, mayIssue, recoveries, ...shown }) => (
    <OwnVoucher
      {...shown}
      changes={
        <>
          <PauseNotice locale={shown.locale} pause={pause} />
          <PauseExtensions locale={shown.locale} extensions={extensions} />
          <OwnVoucherChanges locale={shown.locale} changes={changes} />
        </>
      }
      certified={certificate !== undefined}
      certificate={
        <OwnCertificate
          locale={shown.locale}
          voucherId={shown.voucher.id}
          certificate={certificate}
          mayIssue={mayIssue}
        />
      }
    >
      <VoucherRecoveries page={recoveries} locale={shown.locale} />
    </OwnVoucher>
  ),
});
export { generateMetadata, Page as default };
