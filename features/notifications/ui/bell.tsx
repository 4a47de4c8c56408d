import { Bell as BellIcon } from 'lucide-react';
import Link from 'next/link';
import { localePath, type Locale } from '@/lib/locale';
import { centreMessages } from '../centre-messages';

/** How many notifications await their reader; leads to them. */
export function Bell({ locale, unread }: { locale: Locale; unread: number }) {
  return (
    <Link
      href={localePath(locale, '/notifications')}
      aria-label={centreMessages(locale).bell({ count: unread })}
      prefetch={false}
      className="hover:bg-neutral-bg relative flex min-h-11 min-w-9 items-center justify-center rounded sm:min-w-11"
    >
      <BellIcon aria-hidden className="size-5" strokeWidth={1.75} />
      {unread > 0 && (
        <span
          aria-hidden
          className="bg-danger text-surface tabular absolute top-1 left-1/2 ml-0.5 min-w-4.5 rounded-full px-1 text-center text-xs leading-4.5 font-semibold"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
