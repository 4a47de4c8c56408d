import { titled } from '@/components/shell/title';
import { noticeMessages } from '@/features/reviews/messages';
import { listObjections } from '@/features/reviews/objection-queries';
import { ObjectionList } from '@/features/reviews/ui/objections';
import { localeOf } from '@/lib/server/locale-params';
import { allow, cursorOf } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/objections'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).objections);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('objection.read');
  const cursor = cursorOf((await searchParams).cursor);
  return (
    <ObjectionList locale={locale} page={await listObjections(actor, cursor)} cursor={cursor} />
  );
}
