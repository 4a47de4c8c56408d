import { page } from '@/app/frame';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { ProgrammePage } from '@/features/programmes/publication/ui/programme-page';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]', {
  permission: 'programme.read',
  title: (locale) => cityProgrammeMessages(locale).title,
  load: async ({ actor, params, role }) => {
    const programme = await getEditedProgramme(actor, params.id);
    return programme && { programme, role: role() };
  },
  view: ProgrammePage,
});
export { generateMetadata, Page as default };
