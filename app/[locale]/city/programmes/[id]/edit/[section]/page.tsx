import { page } from '@/app/frame';
import { editorMessages } from '@/features/programmes/editor/messages';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { EditSection } from '@/features/programmes/editor/ui/section-page';
import { sectionIds } from '@/features/rules/domain/parameter-table';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]/edit/[section]', {
  permission: 'programme.manage',
  load: async ({ actor, params, text }) => {
    const section = sectionIds.find((id) => id === params.section);
    const programme = section && (await getEditedProgramme(actor, params.id));
    return programme && { programme, section, rows: text('rows') };
  },
  titleOf: ({ locale, section }) => {
    const t = editorMessages(locale);
    return `${t[`section_${section}`]} · ${t.unsentDraft}`;
  },
  view: EditSection,
});
export { generateMetadata, Page as default };
