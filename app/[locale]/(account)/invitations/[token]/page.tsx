import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { findInvitation } from '@/features/people/queries';
import { Invitation } from '@/features/people/ui/invitation';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { currentSession } from '@/server/session';

type Props = PageProps<'/[locale]/invitations/[token]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).invitationTitle);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  await allow('public.read');
  const { token } = await params;
  const [invitation, session] = await Promise.all([findInvitation(token), currentSession()]);
  return (
    <Invitation
      locale={locale}
      token={token}
      invitation={invitation}
      signedInAs={session?.email ?? null}
    />
  );
}
