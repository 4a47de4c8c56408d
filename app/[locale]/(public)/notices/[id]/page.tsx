import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/components/shell/title';
import { say } from '@/lib/bilingual';
import { getNotice } from '@/features/notices/queries';
import { NoticePaper } from '@/features/notices/ui/notice-page';
import { ObjectionForm } from '@/features/objections/ui/objection-form';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noticeMessages } from '@/features/notices/messages';

type Props = PageProps<'/[locale]/notices/[id]'>;

/** Once a request, for the title and for the page. */
const load = cache(async (id: string) => getNotice(await allow('public.read'), id));

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  const t = noticeMessages(locale);
  const notice = await load((await params).id);
  return titled(locale, notice ? t.title({ programme: say(notice.title, locale) }) : t.notices);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const notice = (await load((await params).id)) ?? notFound();
  return (
    <NoticePaper notice={notice} locale={locale}>
      <ObjectionForm notice={notice} locale={locale} />
    </NoticePaper>
  );
}
