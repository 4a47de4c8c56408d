'use client';

import { useLinkStatus } from 'next/link';
import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { localePath, splitLocale, type Locale } from '@/lib/locale';
import { currentEntry, inGroups, type NavigationItem } from './navigation-items';

/** Shows a line under the entry whose page is loading, once that takes a while. */
function Awaited() {
  const { pending } = useLinkStatus();
  return pending && <span aria-hidden className="sweep late-sweep" />;
}

function Entries(props: {
  locale: Locale;
  items: readonly NavigationItem[];
  current: string | undefined;
  stacked: boolean;
  labelledBy?: string;
  dense?: boolean;
}) {
  const { locale, items, current, stacked, labelledBy, dense } = props;
  return (
    <ul
      aria-labelledby={labelledBy}
      className={cn('flex', stacked ? 'flex-col' : 'flex-wrap', !stacked && !dense && 'gap-x-1')}
    >
      {items.map((item) => {
        const here = item.path === current;
        return (
          <li key={item.path}>
            <Link
              href={localePath(locale, item.path)}
              aria-current={here ? 'page' : undefined}
              className={cn(
                'hover:bg-neutral-bg relative block overflow-hidden border-b-2 text-sm no-underline',
                dense ? 'px-2 py-1.5' : 'px-3 py-2.5',
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

/** Shows links to pages, those of one group under its heading, and marks the one that the present page belongs to. */
export function NavigationLinks(props: {
  locale: Locale;
  items: readonly NavigationItem[];
  stacked?: boolean;
}) {
  const { locale, items, stacked = false } = props;
  const id = useId();
  const current = currentEntry(items, splitLocale(usePathname()).path);
  const groups = inGroups(items);
  const shared = { locale, current, stacked };
  if (groups.length === 1) return <Entries {...shared} items={items} />;
  return (
    <div className={cn('flex', stacked ? 'flex-col gap-2' : 'flex-wrap items-end gap-x-5')}>
      {groups.map((part, at) =>
        part.group === undefined ? (
          <Entries key={part.items[0]?.path} {...shared} items={part.items} dense={!stacked} />
        ) : (
          <div key={part.group}>
            <p
              id={`${id}-${at}`}
              className={cn('text-muted text-xs', stacked ? 'px-3 pt-1' : 'px-2 pt-1.5')}
            >
              {part.group}
            </p>
            <Entries {...shared} items={part.items} dense={!stacked} labelledBy={`${id}-${at}`} />
          </div>
        ),
      )}
    </div>
  );
}
