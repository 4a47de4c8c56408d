import { titled } from '@/components/shell/title';
import { appealMessages } from '@/features/appeals/messages';
import { listAppeals } from '@/features/appeals/queries';
import { AppealList } from '@/features/appeals/ui/appeal-list';
import { localeOf } from '@/lib/server/locale-params';
import { allow, cursorOf } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/appeals'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, appealMessages(locale).appeals);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('appeal.read');
  const cursor = cursorOf((await searchParams).cursor);
  return <AppealList locale={locale} page={await listAppeals(actor, cursor)} cursor={cursor} />;
}
