import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { listMyPlaces, listSessions } from '@/features/people/queries';
import { Settings } from '@/features/people/ui/settings';
import { one } from '@/lib/query';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { currentSession } from '@/server/session';

type Props = PageProps<'/[locale]/settings'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).settings);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('account.read');
  const session = await currentSession();
  if (!session) notFound();
  const [places, devices] = await Promise.all([listMyPlaces(actor), listSessions(actor)]);
  const { done } = await searchParams;
  return (
    <Settings
      locale={locale}
      session={session}
      places={places}
      devices={devices}
      done={one(done)}
    />
  );
}
