import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { awardMessages } from '@/features/awards/messages';
import { getImport } from '@/features/awards/queries';
import { awardRowFilter, listAwardRows } from '@/features/awards/row-queries';
import { ImportPageView } from '@/features/awards/ui/import-page';
import { portalTime } from '@/server/scope';
import { readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/awards/[id]', {
  permission: 'award.read',
  title: (locale) => awardMessages(locale).title,
  load: async ({ actor, params, query, role, found }) => {
    const { id } = params;
    const list = found(await getImport(actor, id));
    const { filter, fits } = readFilter(awardRowFilter, query);
    if (!fits) notFound();
    const page = await listAwardRows(actor, id, filter);
    return { list, page, filter, role: role(), now: await portalTime(actor) };
  },
  view: ImportPageView,
});
export { generateMetadata, Page as default };
