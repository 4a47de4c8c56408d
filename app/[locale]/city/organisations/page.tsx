import { page } from '@/app/frame';
import { listVerifications, verificationFilter } from '@/features/organisations/city-queries';
import { organisationMessages } from '@/features/organisations/messages';
import { VerificationQueue } from '@/features/organisations/ui/city-list';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/organisations', {
  permission: 'verification.read',
  title: (locale) => organisationMessages(locale).cityTitle,
  load: ({ actor, query }) =>
    listFor(verificationFilter, query, (filter) => listVerifications(actor, filter)),
  view: VerificationQueue,
});
export { generateMetadata, Page as default };
