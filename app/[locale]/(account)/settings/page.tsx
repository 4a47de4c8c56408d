import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { listMyPlaces, listSessions } from '@/features/people/queries';
import { Settings } from '@/features/people/ui/settings';
import { currentSession } from '@/server/session';

const { generateMetadata, Page } = page('/[locale]/settings', {
  permission: 'account.read',
  title: (locale) => peopleMessages(locale).settings,
  load: async ({ actor, found }) => {
    const session = found(await currentSession());
    const [places, devices] = await Promise.all([listMyPlaces(actor), listSessions(actor)]);
    return { session, places, devices };
  },
  view: Settings,
});
export { generateMetadata, Page as default };
