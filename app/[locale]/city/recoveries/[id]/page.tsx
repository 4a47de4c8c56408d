import { page } from '@/app/frame';
import { recoveryMessages } from '@/features/recoveries/messages';
import { getRecovery } from '@/features/recoveries/queries';
import { RecoveryView } from '@/features/recoveries/ui/recovery-page';

const { generateMetadata, Page } = page('/[locale]/city/recoveries/[id]', {
  permission: 'recovery.read',
  title: (locale) => recoveryMessages(locale).recovery,
  load: async ({ actor, params, role }) => {
    const recovery = await getRecovery(actor, params.id);
    return recovery && { recovery, role: role() };
  },
  view: RecoveryView,
});
export { generateMetadata, Page as default };
