import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { getVerification } from '@/features/organisations/city-queries';
import { organisationMessages } from '@/features/organisations/messages';
import { VerificationPage } from '@/features/organisations/ui/city-view';
import { roleOf } from '@/server/actor';

const { generateMetadata, Page } = page('/[locale]/city/organisations/[id]', {
  permission: 'verification.read',
  title: (locale) => organisationMessages(locale).cityTitle,
  load: async ({ actor, params, done }) => {
    const view = (await getVerification(actor, params.id)) ?? notFound();
    return { view, role: roleOf(actor), done };
  },
  view: VerificationPage,
});
export { generateMetadata, Page as default };
