import { page } from '@/app/frame';
import { listVoucherRecoveries } from '@/features/recoveries/queries';
import { VoucherRecoveries } from '@/features/recoveries/ui/debts';
import { voucherMessages } from '@/features/vouchers/messages';
import { getOwnVoucher } from '@/features/vouchers/queries';
import { OwnVoucher } from '@/features/vouchers/ui/voucher-page';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers/[id]', {
  permission: 'startup.read',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ actor, params, cursorOf, may, found }) => ({
    voucher: found(await getOwnVoucher(actor, params.id, { entries: cursorOf('entries') })),
    recoveries: await listVoucherRecoveries(actor, params.id),
    owner: may('hold.authorise'),
    writer: may('claim.draft'),
  }),
  view: ({ recoveries, ...props }) => (
    <OwnVoucher {...props}>
      <VoucherRecoveries page={recoveries} locale={props.locale} />
    </OwnVoucher>
  ),
});
export { generateMetadata, Page as default };
