import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { centreMessages } from '@/features/notifications/centre/messages';
import { noteRead } from '@/features/notifications/centre/follow';
import { getNotification } from '@/features/notifications/centre/queries';
import { NotificationPage } from '@/features/notifications/centre/ui/notification-page';
import { localePath } from '@/lib/locale';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/notifications/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, centreMessages(locale).title);
}

/** Redirects from mails and the list to the thing itself, unless the user works in another place now. */
export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('account.edit');
  const item = await getNotification(actor, await idOf(params));
  if (!item) notFound();
  if (item.access !== 'here') return <NotificationPage locale={locale} item={item} />;
  // Before the next page, which counts what is unread.
  await noteRead(actor, item);
  redirect(localePath(locale, item.path));
}
