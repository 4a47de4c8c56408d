import { page } from '@/app/frame';
import { developerMessages } from '@/features/developers/messages';
import { allProblems, openApiDocument, quotas } from '@/features/developers/openapi';
import { ReferencePage } from '@/features/developers/ui/reference';

const { generateMetadata, Page } = page('/[locale]/developers', {
  permission: 'public.read',
  title: (locale) => developerMessages(locale).title,
  load: ({ locale }) => ({
    document: openApiDocument(locale),
    problems: allProblems(locale),
    quotas: quotas(),
  }),
  view: ReferencePage,
});
export { generateMetadata, Page as default };
