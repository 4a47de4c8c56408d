import { page } from '@/app/frame';
import { offlineMessages } from '@/features/certificates/messages';
import { getCityKeys } from '@/features/certificates/queries';
import { PublicKeys } from '@/features/certificates/ui/public-keys';

const { generateMetadata, Page } = page('/[locale]/verify/keys/[slug]', {
  permission: 'public.read',
  title: (locale) => offlineMessages(locale).keys,
  load: async ({ actor, params, found }) => ({
    found: found(await getCityKeys(actor, params.slug)),
  }),
  view: PublicKeys,
});
export { generateMetadata, Page as default };
