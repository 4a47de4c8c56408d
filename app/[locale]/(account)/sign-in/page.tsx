import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { SignIn } from '@/features/people/ui/sign-in';
import { one } from '@/lib/query';
import { endedSession } from '@/server/session';

const { generateMetadata, Page } = page('/[locale]/sign-in', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).signIn,
  load: async ({ query, done }) => {
    const next = one(query.next);
    // The reason is shown only if a page sent the user here. It is not needed if the user came directly.
    return { next, done, ended: next ? await endedSession() : undefined };
  },
  view: SignIn,
});
export { generateMetadata, Page as default };
