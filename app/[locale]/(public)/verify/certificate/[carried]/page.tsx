import { page } from '@/app/frame';
import { checkMessages } from '@/features/certificates/messages';
import { checkCertificate } from '@/features/certificates/queries';
import { CheckedCertificatePage } from '@/features/certificates/ui/verified-certificate';

const { generateMetadata, Page } = page('/[locale]/verify/certificate/[carried]', {
  permission: 'public.read',
  title: (locale) => checkMessages(locale).title,
  load: async ({ actor, params }) => ({
    checked: await checkCertificate(actor, params.carried),
  }),
  view: CheckedCertificatePage,
});
export { generateMetadata, Page as default };
