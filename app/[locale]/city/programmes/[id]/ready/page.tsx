import { page } from '@/app/frame';
import { editorMessages } from '@/features/programmes/editor/messages';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { ReadyPage } from '@/features/programmes/publication/ui/ready-page';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]/ready', {
  permission: 'programme.read',
  title: (locale) => editorMessages(locale).ready,
  load: async ({ actor, params, may, found }) => {
    const programme = found(await getEditedProgramme(actor, params.id));
    return { programme, mayManage: may('programme.manage') };
  },
  view: ReadyPage,
});
export { generateMetadata, Page as default };
