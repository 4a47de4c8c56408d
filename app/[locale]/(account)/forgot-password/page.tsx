import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { ForgotPassword } from '@/features/people/ui/reset';

const { generateMetadata, Page } = page('/[locale]/forgot-password', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).forgottenTitle,
  load: () => ({}),
  view: ForgotPassword,
});
export { generateMetadata, Page as default };
