import { page } from '@/app/frame';
import { registerMessages } from '@/features/organisations/messages';
import { RegisterOrganisation } from '@/features/organisations/ui/register-organisation';

const { generateMetadata, Page } = page('/[locale]/register-organisation', {
  permission: 'organisation.register',
  title: (locale) => registerMessages(locale).title,
  load: () => ({}),
  view: RegisterOrganisation,
});
export { generateMetadata, Page as default };
