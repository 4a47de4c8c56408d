import { page } from '@/app/frame';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getOwnRedemption } from '@/features/redemptions/queries';
import { StartupRedemption } from '@/features/redemptions/ui/redemption-page';
import { one } from '@/lib/query';

const { generateMetadata, Page } = page('/[locale]/startup/redemptions/[id]', {
  permission: 'startup.read',
  title: (locale) => redemptionMessages(locale).redemption,
  load: async ({ actor, params, query, done, may }) => {
    const redemption = await getOwnRedemption(actor, params.id);
    return redemption && { redemption, act: one(query.act), done, owner: may('redemption.answer') };
  },
  view: StartupRedemption,
});
export { generateMetadata, Page as default };
