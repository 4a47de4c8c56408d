import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { SignIn } from '@/features/people/ui/sign-in';
import { endedSession } from '@/server/session';

const { generateMetadata, Page } = page('/[locale]/sign-in', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).signIn,
  load: async ({ text }) => {
    const next = text('next');
    // The reason is shown only if a page sent the user here. It is not needed if the user came directly.
    return { next, ended: next ? await endedSession() : undefined };
  },
  view: SignIn,
});
export { generateMetadata, Page as default };
