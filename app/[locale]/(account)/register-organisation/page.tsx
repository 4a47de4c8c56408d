import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { RegisterOrganisation } from '@/features/people/ui/register-organisation';

const { generateMetadata, Page } = page('/[locale]/register-organisation', {
  permission: 'organisation.register',
  title: (locale) => peopleMessages(locale).registerTitle,
  load: () => ({}),
  view: RegisterOrganisation,
});
export { generateMetadata, Page as default };
