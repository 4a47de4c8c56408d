import { titled } from '@/components/shell/title';
import { appealMessages } from '@/features/appeals/messages';
import { listAppeals } from '@/features/appeals/queries';
import { AppealList } from '@/features/appeals/ui/appeal-list';
import { readTurn } from '@/features/reviews/turn-filter';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/appeals'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, appealMessages(locale).appeals);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('appeal.read');
  const decider = may('appeal.resolve', roleOf(actor));
  const asked = readTurn(await searchParams, decider);
  const { turn, cursor } = asked.filter;
  return (
    <AppealList
      locale={locale}
      asked={asked}
      page={asked.fits ? await listAppeals(actor, cursor, turn === 'mine') : undefined}
      decider={decider}
    />
  );
}
