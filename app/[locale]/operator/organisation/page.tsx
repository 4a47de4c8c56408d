import { page } from '@/app/frame';
import { organisationMessages } from '@/features/organisations/messages';
import { getOwnOrganisation } from '@/features/organisations/queries';
import { OrganisationOverview } from '@/features/organisations/ui/overview';

const { generateMetadata, Page } = page('/[locale]/operator/organisation', {
  permission: 'organisation.read',
  area: 'operator.read',
  title: (locale) => organisationMessages(locale).organisation,
  load: async ({ actor, role }) => ({ role: role(), own: await getOwnOrganisation(actor) }),
  view: OrganisationOverview,
});
export { generateMetadata, Page as default };
