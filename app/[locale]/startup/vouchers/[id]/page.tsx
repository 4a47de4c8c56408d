import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { voucherMessages } from '@/features/vouchers/messages';
import { getOwnVoucher } from '@/features/vouchers/queries';
import { OwnVoucher } from '@/features/vouchers/ui/voucher-page';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { env } from '@/server/env';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers/[id]', {
  permission: 'startup.read',
  title: (locale) => voucherMessages(locale).voucher,
  load: async ({ locale, actor, params, query, done, may }) => {
    const voucher =
      (await getOwnVoucher(actor, params.id, { entries: cursorOf(query.entries) })) ?? notFound();
    return {
      voucher,
      owner: may('hold.authorise'),
      done,
      verifyUrl: `${env().AUTH_URL}${localePath(locale, paths.verified(voucher.code))}`,
    };
  },
  view: OwnVoucher,
});
export { generateMetadata, Page as default };
