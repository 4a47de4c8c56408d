import { page } from '@/app/frame';
import { claimMessages } from '@/features/claims/messages';
import { claimFilter, listCityClaims } from '@/features/claims/queries';
import { ClaimList } from '@/features/claims/ui/claim-list';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/claims', {
  permission: 'claim.read',
  title: (locale) => claimMessages(locale).claims,
  load: ({ actor, query }) =>
    listFor(claimFilter, query, (filter) => listCityClaims(actor, filter)),
  view: ClaimList,
});
export { generateMetadata, Page as default };
