import { page } from '@/app/frame';
import { validityMessages } from '@/features/validity/messages';
import { getStanding } from '@/features/validity/queries';
import { ProposeRevocation } from '@/features/validity/ui/propose';

const { generateMetadata, Page } = page('/[locale]/city/vouchers/[id]/revoke', {
  permission: 'validity.propose',
  title: (locale) => validityMessages(locale).revoke,
  load: async ({ actor, params }) => {
    const standing = await getStanding(actor, params.id);
    return standing && { standing };
  },
  view: ProposeRevocation,
});
export { generateMetadata, Page as default };
