import { page } from '@/app/frame';
import { centreMessages } from '@/features/notifications/centre/messages';
import { getWishes } from '@/features/notifications/centre/queries';
import { Wishes } from '@/features/notifications/centre/ui/wishes';
import { listMyPlaces } from '@/features/people/queries';

const { generateMetadata, Page } = page('/[locale]/settings/notifications', {
  permission: 'account.read',
  title: (locale) => centreMessages(locale).wishesTitle,
  load: async ({ actor }) => {
    const [places, wishes] = await Promise.all([listMyPlaces(actor), getWishes(actor)]);
    return { roles: places.map(({ role }) => role), wishes };
  },
  view: Wishes,
});
export { generateMetadata, Page as default };
