import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { centreMessages } from '@/features/notifications/centre/messages';
import { listNotifications } from '@/features/notifications/centre/queries';
import { NotificationList } from '@/features/notifications/centre/ui/notification-list';
import { one } from '@/lib/query';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/notifications', {
  permission: 'account.read',
  title: (locale) => centreMessages(locale).title,
  load: async ({ actor, query }) => {
    const value = one(query.unread) ?? '';
    if (!['', '1'].includes(value)) notFound();
    const [unread, cursor] = [value === '1', cursorOf(query.cursor)];
    const page = await listNotifications(actor, { unread, after: cursor });
    return { page, unread, cursor };
  },
  view: NotificationList,
});
export { generateMetadata, Page as default };
