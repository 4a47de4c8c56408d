import { page } from '@/app/frame';
import { knownSample } from '@/features/documents/samples';
import { SamplePage, sampleTitle } from '@/features/documents/ui/sample-page';

const { generateMetadata, Page } = page('/[locale]/samples/[code]', {
  permission: 'public.read',
  load: ({ params }) => {
    const code = knownSample(params.code);
    return code && { code };
  },
  titleOf: sampleTitle,
  view: SamplePage,
});
export { generateMetadata, Page as default };
