import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { findInvitation } from '@/features/people/queries';
import { Invitation } from '@/features/people/ui/invitation';
import { currentSession } from '@/server/session';

const { generateMetadata, Page } = page('/[locale]/invitations/[token]', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).invitationTitle,
  load: async ({ params: { token } }) => {
    const [invitation, session] = await Promise.all([findInvitation(token), currentSession()]);
    return { token, invitation, signedInAs: session?.email ?? null };
  },
  view: Invitation,
});
export { generateMetadata, Page as default };
