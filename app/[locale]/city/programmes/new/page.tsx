import { page } from '@/app/frame';
import { editorMessages } from '@/features/programmes/editor/messages';
import { listTemplates } from '@/features/programmes/editor/queries';
import { NewProgramme } from '@/features/programmes/editor/ui/begin';

const { generateMetadata, Page } = page('/[locale]/city/programmes/new', {
  permission: 'programme.manage',
  title: (locale) => editorMessages(locale).newProgramme,
  load: async ({ actor }) => ({ templates: await listTemplates(actor) }),
  view: NewProgramme,
});
export { generateMetadata, Page as default };
