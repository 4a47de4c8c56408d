import { page } from '@/app/frame';
import { recoveryMessages } from '@/features/recoveries/messages';
import { getRecoverable } from '@/features/recoveries/recoverable-queries';
import { ProposeRecovery } from '@/features/recoveries/ui/propose-form';

const { generateMetadata, Page } = page('/[locale]/city/vouchers/[id]/recover', {
  permission: 'recovery.propose',
  title: (locale) => recoveryMessages(locale).propose,
  load: async ({ actor, params, text }) => {
    const recoverable = await getRecoverable(actor, params.id);
    return recoverable && { recoverable, entry: text('entry') };
  },
  view: ProposeRecovery,
});
export { generateMetadata, Page as default };
