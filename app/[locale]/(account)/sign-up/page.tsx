import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { SignUp } from '@/features/people/ui/sign-in';
import { one } from '@/lib/query';

const { generateMetadata, Page } = page('/[locale]/sign-up', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).signUp,
  load: ({ query }) => ({ next: one(query.next) }),
  view: SignUp,
});
export { generateMetadata, Page as default };
