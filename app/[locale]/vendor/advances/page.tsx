import { page } from '@/app/frame';
import { advanceMessages } from '@/features/advances/messages';
import { listOwnAdvances } from '@/features/advances/queries';
import { OwnAdvances } from '@/features/advances/ui/own-advances';

const { generateMetadata, Page } = page('/[locale]/vendor/advances', {
  permission: 'statement.read',
  title: (locale) => advanceMessages(locale).own,
  load: ({ actor, listAt }) => listAt((cursor) => listOwnAdvances(actor, cursor)),
  view: OwnAdvances,
});
export { generateMetadata, Page as default };
