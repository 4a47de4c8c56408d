import { page } from '@/app/frame';
import { recoveryMessages } from '@/features/recoveries/messages';
import { listRecoveries, recoveryFilter } from '@/features/recoveries/queries';
import { RecoveryRegister } from '@/features/recoveries/ui/register';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/recoveries', {
  permission: 'recovery.read',
  title: (locale) => recoveryMessages(locale).title,
  load: ({ actor, query }) =>
    listFor(recoveryFilter, query, (filter) => listRecoveries(actor, filter)),
  view: RecoveryRegister,
});
export { generateMetadata, Page as default };
