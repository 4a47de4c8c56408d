import { page } from '@/app/frame';
import { validityMessages } from '@/features/validity/messages';
import { getChange } from '@/features/validity/queries';
import { ChangePage } from '@/features/validity/ui/change-page';

const { generateMetadata, Page } = page('/[locale]/city/voucher-changes/[id]', {
  permission: 'voucher.oversee',
  title: (locale) => validityMessages(locale).title,
  load: async ({ actor, params, role }) => {
    const change = await getChange(actor, params.id);
    return change && { change, role: role() };
  },
  view: ChangePage,
});
export { generateMetadata, Page as default };
