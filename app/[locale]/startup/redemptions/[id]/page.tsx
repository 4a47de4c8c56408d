import { page } from '@/app/frame';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getOwnRedemption } from '@/features/redemptions/queries';
import { StartupRedemption } from '@/features/redemptions/ui/redemption-page';

const { generateMetadata, Page } = page('/[locale]/startup/redemptions/[id]', {
  permission: 'startup.read',
  title: (locale) => redemptionMessages(locale).redemption,
  load: async ({ actor, params, text, may }) => {
    const redemption = await getOwnRedemption(actor, params.id);
    return redemption && { redemption, act: text('act'), owner: may('redemption.answer') };
  },
  view: StartupRedemption,
});
export { generateMetadata, Page as default };
