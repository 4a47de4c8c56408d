import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { editorMessages } from '@/features/programmes/editor/messages';
import { VersionsPage } from '@/features/programmes/publication/ui/versions-page';
import { listVersions, versionsFilter } from '@/features/programmes/publication/version-queries';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/programmes/[slug]/versions'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, editorMessages(locale).versionsTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const { filter: asked, fits } = readFilter(versionsFilter, await searchParams);
  if (!fits) notFound();
  const data = await listVersions(actor, (await params).slug, asked);
  if (!data) notFound();
  return <VersionsPage locale={locale} data={data} cursor={asked.cursor} />;
}
