import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { centreMessages } from '@/features/notifications/centre/messages';
import { listNotifications } from '@/features/notifications/centre/queries';
import { NotificationList } from '@/features/notifications/centre/ui/notification-list';
import { one } from '@/lib/query';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/notifications'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, centreMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('account.read');
  const query = await searchParams;
  const asked = one(query.unread) ?? '';
  if (!['', '1'].includes(asked)) notFound();
  const [unread, cursor] = [asked === '1', cursorOf(query.cursor)];
  const page = await listNotifications(actor, { unread, after: cursor });
  return <NotificationList locale={locale} page={page} unread={unread} cursor={cursor} />;
}
