import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { getOwnVoucher } from '@/features/vouchers/queries';
import { OwnVoucher } from '@/features/vouchers/ui/voucher-page';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers/[id]', {
  permission: 'startup.read',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ actor, params, cursorOf, may, found }) => ({
    voucher: found(await getOwnVoucher(actor, params.id, { entries: cursorOf('entries') })),
    owner: may('hold.authorise'),
    writer: may('claim.draft'),
  }),
  view: OwnVoucher,
});
export { generateMetadata, Page as default };
