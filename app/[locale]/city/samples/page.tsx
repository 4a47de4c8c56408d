import { page } from '@/app/frame';
import { sampleMessages } from '@/features/samples/messages';
import { getSampleDesk } from '@/features/samples/queries';
import { SampleDeskPage } from '@/features/samples/ui/sample-desk';

const { generateMetadata, Page } = page('/[locale]/city/samples', {
  permission: 'sample.read',
  title: (locale) => sampleMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => getSampleDesk(actor, cursor))),
    mayDraw: may('sample.draw'),
  }),
  view: SampleDeskPage,
});
export { generateMetadata, Page as default };
