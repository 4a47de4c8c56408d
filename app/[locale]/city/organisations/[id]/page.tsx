import { page } from '@/app/frame';
import { getVerification } from '@/features/organisations/city-queries';
import { organisationMessages } from '@/features/organisations/messages';
import { VerificationPage } from '@/features/organisations/ui/city-view';

const { generateMetadata, Page } = page('/[locale]/city/organisations/[id]', {
  permission: 'verification.read',
  title: (locale) => organisationMessages(locale).cityTitle,
  load: async ({ actor, params, role, found }) => {
    const view = found(await getVerification(actor, params.id));
    return { view, role: role() };
  },
  view: VerificationPage,
});
export { generateMetadata, Page as default };
