import { page } from '@/app/frame';
import { advanceMessages } from '@/features/advances/messages';
import { getAdvance } from '@/features/advances/queries';
import { AdvancePage } from '@/features/advances/ui/advance-page';

const { generateMetadata, Page } = page('/[locale]/city/advances/[id]', {
  permission: 'advance.read',
  title: (locale) => advanceMessages(locale).title,
  load: async ({ actor, params, listAt, found, role }) => {
    const { page: advance, cursor } = await listAt((at) => getAdvance(actor, params.id, at));
    return { advance: found(advance), cursor, role: role() };
  },
  view: AdvancePage,
});
export { generateMetadata, Page as default };
