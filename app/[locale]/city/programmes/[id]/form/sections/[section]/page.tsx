import { page } from '@/app/frame';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { findFormSection } from '@/features/programmes/form-editor/queries';
import { FormSectionPage } from '@/features/programmes/form-editor/ui/section-page';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]/form/sections/[section]', {
  permission: 'programme.manage',
  title: (locale) => formEditorMessages(locale).editSection,
  load: async ({ actor, params }) => {
    const section = await findFormSection(actor, params.id, params.section);
    return section && { ...section, mayManage: true };
  },
  view: FormSectionPage,
});
export { generateMetadata, Page as default };
