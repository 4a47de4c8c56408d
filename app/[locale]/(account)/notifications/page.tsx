import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { centreMessages } from '@/features/notifications/centre/messages';
import { listNotifications } from '@/features/notifications/centre/queries';
import { NotificationList } from '@/features/notifications/centre/ui/notification-list';

const { generateMetadata, Page } = page('/[locale]/notifications', {
  permission: 'account.read',
  title: (locale) => centreMessages(locale).title,
  load: async ({ actor, text, cursorOf }) => {
    const value = text('unread') ?? '';
    if (!['', '1'].includes(value)) notFound();
    const [unread, cursor] = [value === '1', cursorOf()];
    const page = await listNotifications(actor, { unread, after: cursor });
    return { page, unread, cursor };
  },
  view: NotificationList,
});
export { generateMetadata, Page as default };
