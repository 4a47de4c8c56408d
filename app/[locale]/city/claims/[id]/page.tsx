import { page } from '@/app/frame';
import { claimMessages } from '@/features/claims/messages';
import { getCityClaim } from '@/features/claims/queries';
import { readTrial } from '@/features/claims/trial';
import { CityClaim } from '@/features/claims/ui/city-claim';

const { generateMetadata, Page } = page('/[locale]/city/claims/[id]', {
  permission: 'claim.read',
  title: (locale) => claimMessages(locale).claim,
  load: async ({ actor, params, text, may }) => {
    const trial = readTrial(text('accepted'));
    const claim = await getCityClaim(actor, params.id, trial.acceptedFen);
    return claim && { claim, trial, act: text('act'), verifier: may('claim.verify') };
  },
  view: CityClaim,
});
export { generateMetadata, Page as default };
