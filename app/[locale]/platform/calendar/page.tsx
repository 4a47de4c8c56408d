import { titled } from '@/components/shell/title';
import { calendarMessages } from '@/features/calendar/messages';
import { getCalendar } from '@/features/calendar/queries';
import { CalendarYears } from '@/features/calendar/ui/calendar-page';
import { one } from '@/lib/query';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/platform/calendar'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, calendarMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('calendar.read');
  const page = await getCalendar(actor);
  return <CalendarYears locale={locale} page={page} done={one((await searchParams).done)} />;
}
