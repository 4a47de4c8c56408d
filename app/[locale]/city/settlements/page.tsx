import { listBatches } from '@/features/settlements/queries';
import { Batches } from '@/features/settlements/ui/batches';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { titled } from '@/components/shell/title';
import { settlementMessages } from '@/features/settlements/messages';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/settlements'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, settlementMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('settlement.read');
  const cursor = cursorOf((await searchParams).cursor);
  const data = await listBatches(actor, cursor);
  return (
    <Batches
      locale={locale}
      data={data}
      cursor={cursor}
      mayPropose={may('settlement.propose', roleOf(actor))}
    />
  );
}
