import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { editorMessages } from '@/features/programmes/editor/messages';
import { VersionsPage } from '@/features/programmes/publication/ui/versions-page';
import { listVersions, versionsFilter } from '@/features/programmes/publication/version-queries';
import { readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/programmes/[slug]/versions', {
  permission: 'public.read',
  title: (locale) => editorMessages(locale).versionsTitle,
  load: async ({ actor, params, query, found }) => {
    const { filter, fits } = readFilter(versionsFilter, query);
    if (!fits) notFound();
    const data = found(await listVersions(actor, params.slug, filter));
    return { data, cursor: filter.cursor };
  },
  view: VersionsPage,
});
export { generateMetadata, Page as default };
