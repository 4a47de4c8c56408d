import { notFound, redirect } from 'next/navigation';
import { page } from '@/app/frame';
import { awardImportLifecycle } from '@/features/awards/domain/lifecycle';
import { awardMessages } from '@/features/awards/messages';
import { getMapping } from '@/features/awards/queries';
import { MappingPage } from '@/features/awards/ui/mapping-page';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/city/awards/[id]/mapping', {
  permission: 'award.import',
  title: (locale) => awardMessages(locale).mapTitle,
  load: async ({ locale, actor, params }) => {
    const view = (await getMapping(actor, params.id)) ?? notFound();
    if (!awardImportLifecycle.can(view.list.state, 'check')) {
      redirect(localePath(locale, paths.city.awardList(view.list.id)));
    }
    return { view };
  },
  view: MappingPage,
});
export { generateMetadata, Page as default };
