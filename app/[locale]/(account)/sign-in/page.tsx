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
    // Tells the reason only to whoever was sent here from a page; a visit of one's own needs none.
    return { next, done, ended: next ? await endedSession() : undefined };
  },
  view: SignIn,
});
export { generateMetadata, Page as default };
