import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { noticeMessages } from '@/features/reviews/messages';
import { getNotice } from '@/features/reviews/notice-queries';
import { NoticePaper } from '@/features/reviews/ui/notice-page';
import { idOf, localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/notices/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).notices);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const notice = await getNotice(actor, await idOf(params));
  if (!notice) notFound();
  return <NoticePaper notice={notice} locale={locale} idempotencyKey={randomUUID()} />;
}
