import { listEntries, proveLedger } from '@/features/ledger/queries';
import { LedgerPage } from '@/features/ledger/ui/proof';
import { titled } from '@/components/shell/title';
import { ledgerMessages } from '@/features/ledger/messages';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/ledger'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, ledgerMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('ledger.read');
  const cursor = cursorOf((await searchParams).cursor);
  const [proof, page] = await Promise.all([proveLedger(actor), listEntries(actor, cursor)]);
  return <LedgerPage locale={locale} proof={proof} page={page} cursor={cursor} />;
}
