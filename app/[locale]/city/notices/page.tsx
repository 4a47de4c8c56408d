import { titled } from '@/components/shell/title';
import { listCityNotices, listReadyCases } from '@/features/notices/queries';
import { NoticeDesk } from '@/features/notices/ui/notice-desk';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';
import { noticeMessages } from '@/features/notices/messages';

type Props = PageProps<'/[locale]/city/notices'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).notices);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('notice.publish');
  const cursor = cursorOf((await searchParams).cursor);
  const [groups, page] = await Promise.all([listReadyCases(actor), listCityNotices(actor, cursor)]);
  const shown = { locale, groups, page, cursor };
  return <NoticeDesk {...shown} />;
}
