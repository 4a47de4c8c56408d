import { page } from '@/app/frame';
import { funderMessages } from '@/features/funders/messages';
import { funderFilter, listFundedProgrammes, listFunding } from '@/features/funders/queries';
import { FundingPage } from '@/features/funders/ui/funding-page';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/funders', {
  permission: 'funder.read',
  title: (locale) => funderMessages(locale).title,
  load: async ({ actor, query, role }) => {
    const programmes = await listFundedProgrammes(actor);
    const found = await listFor(funderFilter, query, (filter) => listFunding(actor, filter), {
      known: { programme: programmes.map(({ id }) => id) },
      ranges: [['from', 'to']],
    });
    return { programmes, ...found, role: role() };
  },
  view: FundingPage,
});
export { generateMetadata, Page as default };
