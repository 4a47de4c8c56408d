import { page } from '@/app/frame';
import { validityMessages } from '@/features/validity/messages';
import { changeFilter, listChanges } from '@/features/validity/queries';
import { ChangeRegister } from '@/features/validity/ui/register';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/voucher-changes', {
  permission: 'voucher.oversee',
  title: (locale) => validityMessages(locale).title,
  load: ({ actor, query }) => listFor(changeFilter, query, (filter) => listChanges(actor, filter)),
  view: ChangeRegister,
});
export { generateMetadata, Page as default };
