import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { getCityVoucher } from '@/features/vouchers/queries';
import { CityVoucher } from '@/features/vouchers/ui/voucher-page';

const { generateMetadata, Page } = page('/[locale]/city/vouchers/[id]', {
  permission: 'voucher.oversee',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ actor, params, cursorOf, may, found }) => ({
    voucher: found(await getCityVoucher(actor, params.id, { entries: cursorOf('entries') })),
    mayFreeze: may('voucher.freeze'),
    mayRecover: may('recovery.propose'),
  }),
  view: CityVoucher,
});
export { generateMetadata, Page as default };
