import { page } from '@/app/frame';
import { loadPart } from '@/app/organisation-part';
import { partTitle } from '@/features/organisations/ui/frame';
import { OrganisationPart } from '@/features/organisations/ui/part-page';

const { generateMetadata, Page } = page('/[locale]/operator/organisation/[part]', {
  permission: 'organisation.read',
  area: 'operator.read',
  title: (locale, params) => partTitle(locale, params.part),
  load: loadPart,
  view: OrganisationPart,
});
export { generateMetadata, Page as default };
