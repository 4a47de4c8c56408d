import { redirect } from 'next/navigation';
import { page } from '@/app/frame';
import { noteRead } from '@/features/notifications/centre/follow';
import { centreMessages } from '@/features/notifications/centre/messages';
import { getNotification } from '@/features/notifications/centre/queries';
import { NotificationPage } from '@/features/notifications/centre/ui/notification-page';
import { localePath } from '@/lib/locale';

/** Redirects from mails and the list to the thing itself, unless the user works in another place now. */
const { generateMetadata, Page } = page('/[locale]/notifications/[id]', {
  permission: 'account.edit',
  title: (locale) => centreMessages(locale).title,
  load: async ({ locale, actor, params }) => {
    const item = await getNotification(actor, params.id);
    if (item?.access !== 'here') return item && { item };
    // Before the next page loads, because that page counts the unread notifications.
    await noteRead(actor, item);
    redirect(localePath(locale, item.path));
  },
  view: NotificationPage,
});
export { generateMetadata, Page as default };
