import { page } from '@/app/frame';
import { funderMessages } from '@/features/funders/messages';
import { getBill } from '@/features/funders/queries';
import { BillPage } from '@/features/funders/ui/bill-page';

const { generateMetadata, Page } = page('/[locale]/city/funders/[id]', {
  permission: 'funder.read',
  title: (locale) => funderMessages(locale).bill,
  load: async ({ actor, params, role }) => {
    const bill = await getBill(actor, params.id);
    return bill && { bill, role: role() };
  },
  view: BillPage,
});
export { generateMetadata, Page as default };
