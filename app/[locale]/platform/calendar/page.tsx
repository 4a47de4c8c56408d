import { page } from '@/app/frame';
import { calendarMessages } from '@/features/calendar/messages';
import { getCalendar } from '@/features/calendar/queries';
import { CalendarYears } from '@/features/calendar/ui/calendar-page';

const { generateMetadata, Page } = page('/[locale]/platform/calendar', {
  permission: 'calendar.read',
  title: (locale) => calendarMessages(locale).title,
  load: async ({ actor }) => ({ page: await getCalendar(actor) }),
  view: CalendarYears,
});
export { generateMetadata, Page as default };
