import { page } from '@/app/frame';
import { funderMessages } from '@/features/funders/messages';
import { funderFilter, listFunding } from '@/features/funders/queries';
import { FundingPage } from '@/features/funders/ui/funding-page';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/funders', {
  permission: 'funder.read',
  title: (locale) => funderMessages(locale).title,
  load: async ({ actor, query, role }) => ({
    ...(await listFor(funderFilter, query, (filter) => listFunding(actor, filter))),
    role: role(),
  }),
  view: FundingPage,
});
export { generateMetadata, Page as default };
