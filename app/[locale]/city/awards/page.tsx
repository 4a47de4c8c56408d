import { page } from '@/app/frame';
import { awardMessages } from '@/features/awards/messages';
import { listAutomaticProgrammes, listImports } from '@/features/awards/queries';
import { AwardLists } from '@/features/awards/ui/lists';

const { generateMetadata, Page } = page('/[locale]/city/awards', {
  permission: 'award.read',
  title: (locale) => awardMessages(locale).title,
  load: async ({ actor, cursorOf, may }) => {
    const cursor = cursorOf();
    const mayImport = may('award.import');
    const [page, programmes] = await Promise.all([
      listImports(actor, cursor),
      mayImport ? listAutomaticProgrammes(actor) : undefined,
    ]);
    return { page, cursor, programmes };
  },
  view: AwardLists,
});
export { generateMetadata, Page as default };
