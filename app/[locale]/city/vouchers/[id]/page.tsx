import { page } from '@/app/frame';
import { getPause } from '@/features/pauses/queries';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { listVoucherChanges } from '@/features/validity/queries';
import { CityVoucherChanges } from '@/features/validity/ui/voucher-changes';
import { voucherMessages } from '@/features/vouchers/messages';
import { getCityVoucher } from '@/features/vouchers/queries';
import { CityVoucher } from '@/features/vouchers/ui/voucher-page';

const { generateMetadata, Page } = page('/[locale]/city/vouchers/[id]', {
  permission: 'voucher.oversee',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ actor, params, cursorOf, may, found }) => {
    const voucher = found(await getCityVoucher(actor, params.id, { entries: cursorOf('entries') }));
    const changeable = voucher.status !== 'revoked' && voucher.status !== 'expired';
    return {
      voucher,
      pause: await getPause(actor, voucher.programmeId),
      mayFreeze: may('voucher.freeze'),
      mayRecover: may('recovery.propose'),
      changes: await listVoucherChanges(actor, params.id),
      mayPropose:
        may('validity.propose') && changeable && voucher.availableFen + voucher.heldFen > 0n,
    };
  },
  view: ({ changes, mayPropose, pause, ...shown }) => (
    <CityVoucher {...shown} notice={<PauseNotice locale={shown.locale} pause={pause} />}>
      <CityVoucherChanges
        locale={shown.locale}
        voucherId={shown.voucher.id}
        changes={changes}
        mayPropose={mayPropose}
      />
    </CityVoucher>
  ),
});
export { generateMetadata, Page as default };
