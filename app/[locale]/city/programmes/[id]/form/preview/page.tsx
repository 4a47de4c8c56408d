import { page } from '@/app/frame';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { FormPreviewPage } from '@/features/programmes/form-editor/ui/overview';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]/form/preview', {
  permission: 'programme.manage',
  title: (locale) => formEditorMessages(locale).preview,
  load: async ({ actor, params }) => {
    const programme = await getEditedProgramme(actor, params.id);
    return programme && { programme, mayManage: true };
  },
  view: FormPreviewPage,
});
export { generateMetadata, Page as default };
