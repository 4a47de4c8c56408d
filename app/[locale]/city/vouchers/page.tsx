import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { listCityVouchers, voucherFilter } from '@/features/vouchers/queries';
import { CityVouchers } from '@/features/vouchers/ui/city-vouchers';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/vouchers', {
  permission: 'voucher.oversee',
  title: (locale) => voucherMessages(locale).vouchers,
  load: ({ actor, query }) =>
    listFor(voucherFilter, query, (filter) => listCityVouchers(actor, filter)),
  view: CityVouchers,
});
export { generateMetadata, Page as default };
