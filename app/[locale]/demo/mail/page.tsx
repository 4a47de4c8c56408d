import { page } from '@/app/frame';
import { listMails } from '@/features/demo/queries';
import { Mailbox } from '@/features/demo/ui/mailbox';
import { isDemo } from '@/server/env';
import { demoMessages } from '@/features/demo/messages';

const { generateMetadata, Page } = page('/[locale]/demo/mail', {
  permission: 'demo.use',
  title: (locale) => demoMessages(locale).mailboxTitle,
  load: async ({ actor }) => isDemo() && { mails: await listMails(actor) },
  view: Mailbox,
});
export { generateMetadata, Page as default };
