'use client';

import { useLinkStatus } from 'next/link';
import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { localePath, type Locale } from '@/lib/locale';
import type { NavigationItem } from './navigation';

/**
 * Returns the entry of the present page: the one whose address is the longest beginning of the
 * page's address.
 */
function currentOf(items: readonly NavigationItem[], locale: Locale, pathname: string) {
  return items
    .map((item) => localePath(locale, item.path))
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Shows a line under the entry whose page is loading, once that takes a while. */
function Awaited() {
  const { pending } = useLinkStatus();
  return pending && <span aria-hidden className="sweep late-sweep" />;
}

export function NavigationLinks(props: {
  locale: Locale;
  items: readonly NavigationItem[];
  stacked?: boolean;
}) {
  const { locale, items, stacked } = props;
  const current = currentOf(items, locale, usePathname());
  return (
    <ul className={cn('flex', stacked ? 'flex-col' : 'flex-wrap gap-x-1')}>
      {items.map((item) => {
        const href = localePath(locale, item.path);
        const here = href === current;
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className={cn(
                'hover:bg-neutral-bg relative block overflow-hidden border-b-2 px-3 py-2.5 text-sm no-underline',
                here
                  ? 'border-primary text-primary font-semibold'
                  : 'border-transparent forced-colors:border-[Canvas]',
              )}
            >
              {item.label}
              <Awaited />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
