import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { SignIn } from '@/features/people/ui/sign-in';
import { localeOf } from '@/server/locale-params';
import { one } from '@/lib/query';
import { endedSession } from '@/server/session';

type Props = PageProps<'/[locale]/sign-in'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).signIn);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const asked = await searchParams;
  const next = one(asked.next);
  // Tells the reason only to whoever was sent here from a page; a visit of one's own needs none.
  const ended = next ? await endedSession() : undefined;
  return <SignIn locale={locale} next={next} done={one(asked.done)} ended={ended} />;
}
