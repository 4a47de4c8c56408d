import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { awardMessages } from '@/features/awards/messages';
import { getAwardRow } from '@/features/awards/row-queries';
import { AwardRowPageView } from '@/features/awards/ui/row-page';
import { isId } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { portalTime } from '@/server/scope';

type Props = PageProps<'/[locale]/city/awards/[id]/rows/[row]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, awardMessages(locale).rowsTitle);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('award.read');
  const id = await idOf(params);
  const { row: rowId } = await params;
  const row = isId(rowId) ? await getAwardRow(actor, id, rowId) : undefined;
  if (!row) notFound();
  const now = await portalTime(actor);
  return <AwardRowPageView locale={locale} row={row} role={roleOf(actor)} now={now} />;
}
