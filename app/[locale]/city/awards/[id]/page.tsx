import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { awardMessages } from '@/features/awards/messages';
import { getImport } from '@/features/awards/queries';
import { awardRowFilter, listAwardRows } from '@/features/awards/row-queries';
import { ImportPageView } from '@/features/awards/ui/import-page';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { portalTime } from '@/server/scope';
import { readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/city/awards/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, awardMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('award.read');
  const id = await idOf(params);
  const list = await getImport(actor, id);
  if (!list) notFound();
  const query = await searchParams;
  const { filter, fits } = readFilter(awardRowFilter, query);
  if (!fits) notFound();
  const page = await listAwardRows(actor, id, filter);
  const props = { locale, list, page, filter, role: roleOf(actor), now: await portalTime(actor) };
  return <ImportPageView {...props} done={one(query.done)} />;
}
