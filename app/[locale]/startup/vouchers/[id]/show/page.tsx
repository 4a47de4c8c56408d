import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { getOwnVoucher } from '@/features/vouchers/queries';
import { ShowVoucher } from '@/features/vouchers/ui/show-voucher';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers/[id]/show', {
  permission: 'startup.read',
  title: (locale) => voucherMessages(locale).show,
  load: async ({ actor, params, found }) => ({
    voucher: found(await getOwnVoucher(actor, params.id, {})),
  }),
  view: ShowVoucher,
});
export { generateMetadata, Page as default };
