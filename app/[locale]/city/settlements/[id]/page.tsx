import { notFound } from 'next/navigation';
import { getBatch } from '@/features/settlements/queries';
import { BatchPage } from '@/features/settlements/ui/batch';
import { roleOf } from '@/server/actor';
import { idOf } from '@/server/locale-params';
import { titled } from '@/components/shell/title';
import { settlementMessages } from '@/features/settlements/messages';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/settlements/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, settlementMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('settlement.read');
  const batch = await getBatch(actor, await idOf(params));
  if (!batch) notFound();
  return <BatchPage locale={locale} batch={batch} role={roleOf(actor)} />;
}
