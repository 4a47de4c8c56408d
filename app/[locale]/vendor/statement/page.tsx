import { getStatement } from '@/features/settlements/queries';
import { Statement } from '@/features/settlements/ui/statement';
import { titled } from '@/components/shell/title';
import { settlementMessages } from '@/features/settlements/messages';
import { paths } from '@/lib/paths';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/vendor/statement'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, settlementMessages(locale).statement);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('statement.read');
  const cursor = cursorOf((await searchParams).cursor);
  const data = await getStatement(actor, cursor);
  return <Statement locale={locale} path={paths.vendor.statement()} data={data} cursor={cursor} />;
}
