import { page } from '@/app/frame';
import { claimMessages } from '@/features/claims/messages';
import { getOwnClaim } from '@/features/claims/queries';
import { StartupClaim } from '@/features/claims/ui/startup-claim';

const { generateMetadata, Page } = page('/[locale]/startup/claims/[id]', {
  permission: 'startup.read',
  title: (locale) => claimMessages(locale).claim,
  load: async ({ actor, params, may }) => {
    const claim = await getOwnClaim(actor, params.id);
    return claim && { claim, owner: may('claim.submit'), writer: may('claim.draft') };
  },
  view: StartupClaim,
});
export { generateMetadata, Page as default };
