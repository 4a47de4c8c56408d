import { page } from '@/app/frame';
import { bulkMessages } from '@/features/redemptions/bulk-messages';
import { getTogether } from '@/features/redemptions/bulk-queries';
import { VerifyTogether } from '@/features/redemptions/ui/verify-together';

const { generateMetadata, Page } = page('/[locale]/city/redemptions/verify', {
  permission: 'redemption.verify',
  title: (locale) => bulkMessages(locale).title,
  load: async ({ actor, query }) => ({
    together: await getTogether(actor, [query.redemption ?? []].flat()),
  }),
  view: VerifyTogether,
});
export { generateMetadata, Page as default };
