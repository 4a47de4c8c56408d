import { page } from '@/app/frame';
import { sampleMessages } from '@/features/samples/messages';
import { getSample } from '@/features/samples/queries';
import { SamplePage } from '@/features/samples/ui/sample-page';

const { generateMetadata, Page } = page('/[locale]/city/samples/[id]', {
  permission: 'sample.read',
  title: (locale) => sampleMessages(locale).title,
  load: async ({ actor, params, cursorOf, may, found }) => {
    const cursor = cursorOf();
    return {
      page: found(await getSample(actor, params.id, cursor)),
      cursor,
      mayCheck: may('sample.check'),
    };
  },
  view: SamplePage,
});
export { generateMetadata, Page as default };
