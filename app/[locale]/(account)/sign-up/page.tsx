import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { SignUp } from '@/features/people/ui/sign-in';

const { generateMetadata, Page } = page('/[locale]/sign-up', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).signUp,
  load: ({ text }) => ({ next: text('next') }),
  view: SignUp,
});
export { generateMetadata, Page as default };
