import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { listOwnVouchers } from '@/features/vouchers/queries';
import { OwnVouchers } from '@/features/vouchers/ui/own-vouchers';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers', {
  permission: 'startup.read',
  title: (locale) => voucherMessages(locale).vouchers,
  load: ({ actor, listAt }) => listAt((cursor) => listOwnVouchers(actor, cursor)),
  view: OwnVouchers,
});
export { generateMetadata, Page as default };
