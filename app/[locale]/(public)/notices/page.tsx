import { titled } from '@/components/shell/title';
import { listNotices } from '@/features/notices/queries';
import { NoticeList } from '@/features/notices/ui/notice-list';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';
import { noticeMessages } from '@/features/notices/messages';

type Props = PageProps<'/[locale]/notices'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).notices);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const cursor = cursorOf((await searchParams).cursor);
  return <NoticeList locale={locale} page={await listNotices(actor, cursor)} cursor={cursor} />;
}
