import { page } from '@/app/frame';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { FormOverview } from '@/features/programmes/form-editor/ui/overview';
import { cityProgrammeMessages } from '@/features/programmes/messages';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]/form', {
  permission: 'programme.manage',
  title: (locale) => cityProgrammeMessages(locale).applicationForm,
  load: async ({ actor, params }) => {
    const programme = await getEditedProgramme(actor, params.id);
    return programme && { programme, mayManage: true };
  },
  view: FormOverview,
});
export { generateMetadata, Page as default };
