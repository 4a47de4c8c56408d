import { page } from '@/app/frame';
import { validityMessages } from '@/features/validity/messages';
import { getStanding } from '@/features/validity/queries';
import { ProposeExtension } from '@/features/validity/ui/propose';

const { generateMetadata, Page } = page('/[locale]/city/vouchers/[id]/extend', {
  permission: 'validity.propose',
  title: (locale) => validityMessages(locale).extend,
  load: async ({ actor, params }) => {
    const standing = await getStanding(actor, params.id);
    return standing && { standing };
  },
  view: ProposeExtension,
});
export { generateMetadata, Page as default };
