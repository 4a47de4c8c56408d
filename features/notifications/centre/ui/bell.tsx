import { Bell as BellIcon } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { centreMessages } from '../messages';

/** Shows the number of unread notifications, with a link to them. The number has its own space beside the bell. */
export function Bell({ locale, unread }: { locale: Locale; unread: number }) {
  return (
    <Link
      href={localePath(locale, paths.notifications())}
      aria-label={centreMessages(locale).bell({ count: unread })}
      className="hover:bg-neutral-bg flex min-h-11 min-w-9 items-center justify-center rounded px-1 sm:min-w-11"
    >
      <BellIcon aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
      {unread > 0 && (
        <span
          aria-hidden
          className="bg-danger text-surface tabular mb-4 -ml-2 min-w-4.5 rounded-full px-1 text-center text-xs leading-4.5 font-semibold"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
