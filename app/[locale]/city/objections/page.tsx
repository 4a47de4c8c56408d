import { titled } from '@/components/shell/title';
import { listObjections } from '@/features/objections/queries';
import { ObjectionList } from '@/features/objections/ui/objections';
import { readTurn } from '@/features/reviews/turn-filter';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { objectionMessages } from '@/features/objections/messages';

type Props = PageProps<'/[locale]/city/objections'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, objectionMessages(locale).objections);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('objection.read');
  const resolver = may('objection.resolve', roleOf(actor));
  const asked = readTurn(await searchParams, resolver);
  const { turn, cursor } = asked.filter;
  return (
    <ObjectionList
      locale={locale}
      asked={asked}
      page={asked.fits ? await listObjections(actor, cursor, turn === 'mine') : undefined}
      resolver={resolver}
    />
  );
}
