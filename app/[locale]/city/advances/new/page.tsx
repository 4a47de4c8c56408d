import { page } from '@/app/frame';
import { advanceMessages } from '@/features/advances/messages';
import { getLevelBasis, levelFilter, listLevelChoices } from '@/features/advances/queries';
import { NewLevelPage } from '@/features/advances/ui/new-level-page';
import { readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/advances/new', {
  permission: 'advance.propose',
  title: (locale) => advanceMessages(locale).propose,
  load: async ({ actor, query }) => {
    const choices = await listLevelChoices(actor);
    const search = readFilter(levelFilter, query, {
      known: {
        programme: choices.programmes.map(({ id }) => id),
        vendor: choices.vendors.map(({ id }) => id),
      },
    });
    return {
      search,
      choices,
      basis: search.fits ? await getLevelBasis(actor, search.filter) : undefined,
    };
  },
  view: NewLevelPage,
});
export { generateMetadata, Page as default };
