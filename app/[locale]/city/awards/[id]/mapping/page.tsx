import { page } from '@/app/frame';
import { awardImportLifecycle } from '@/features/awards/domain/lifecycle';
import { awardMessages } from '@/features/awards/messages';
import { getMapping } from '@/features/awards/queries';
import { MappingPage } from '@/features/awards/ui/mapping-page';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/city/awards/[id]/mapping', {
  permission: 'award.import',
  title: (locale) => awardMessages(locale).mapTitle,
  load: async ({ actor, params, found, redirectTo }) => {
    const view = found(await getMapping(actor, params.id));
    if (!awardImportLifecycle.can(view.list.state, 'check')) {
      return redirectTo(paths.city.awardList(view.list.id));
    }
    return { view };
  },
  view: MappingPage,
});
export { generateMetadata, Page as default };
