import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { getCityVoucher } from '@/features/vouchers/queries';
import { CityVoucher } from '@/features/vouchers/ui/voucher-page';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { env } from '@/server/env';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/city/vouchers/[id]', {
  permission: 'voucher.oversee',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ locale, actor, params, query, done, may }) => {
    const voucher =
      (await getCityVoucher(actor, params.id, { entries: cursorOf(query.entries) })) ?? notFound();
    return {
      voucher,
      mayFreeze: may('voucher.freeze'),
      done,
      verifyUrl: `${env().AUTH_URL}${localePath(locale, paths.verified(voucher.code))}`,
    };
  },
  view: CityVoucher,
});
export { generateMetadata, Page as default };
