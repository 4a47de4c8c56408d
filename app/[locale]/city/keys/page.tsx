import { page } from '@/app/frame';
import { keyMessages } from '@/features/certificates/messages';
import { getOwnCityKeys } from '@/features/certificates/queries';
import { CityKeysPage } from '@/features/certificates/ui/city-keys';

const { generateMetadata, Page } = page('/[locale]/city/keys', {
  permission: 'key.read',
  title: (locale) => keyMessages(locale).title,
  load: async ({ actor, may }) => ({
    found: await getOwnCityKeys(actor),
    mayRotate: may('key.rotate'),
  }),
  view: CityKeysPage,
});
export { generateMetadata, Page as default };
