import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { peopleMessages } from '@/features/people/messages';
import { listMyPlaces, listSessions } from '@/features/people/queries';
import { Settings } from '@/features/people/ui/settings';
import { currentSession } from '@/server/session';

const { generateMetadata, Page } = page('/[locale]/settings', {
  permission: 'account.read',
  title: (locale) => peopleMessages(locale).settings,
  load: async ({ actor, done }) => {
    const session = (await currentSession()) ?? notFound();
    const [places, devices] = await Promise.all([listMyPlaces(actor), listSessions(actor)]);
    return { session, places, devices, done };
  },
  view: Settings,
});
export { generateMetadata, Page as default };
