import { page } from '@/app/frame';
import { organisationMessages } from '@/features/organisations/messages';
import { getOwnOrganisation } from '@/features/organisations/queries';
import { OrganisationOverview } from '@/features/organisations/ui/overview';
import { roleOf } from '@/server/actor';
import { allow } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/vendor/organisation', {
  permission: 'organisation.read',
  title: (locale) => organisationMessages(locale).organisation,
  load: async ({ actor, done }) => {
    await allow('vendor.read');
    return { role: roleOf(actor), own: await getOwnOrganisation(actor), done };
  },
  view: OrganisationOverview,
});
export { generateMetadata, Page as default };
