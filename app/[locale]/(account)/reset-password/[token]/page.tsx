import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { findReset } from '@/features/people/queries';
import { NewPassword } from '@/features/people/ui/reset';

/** Shows the form that the link of the mail leads to. Opening it changes nothing, because mail scanners follow links too. */
const { generateMetadata, Page } = page('/[locale]/reset-password/[token]', {
  permission: 'public.read',
  title: (locale) => peopleMessages(locale).newPasswordTitle,
  load: async ({ params: { token } }) => ({ token, email: (await findReset(token))?.email }),
  view: NewPassword,
});
export { generateMetadata, Page as default };
