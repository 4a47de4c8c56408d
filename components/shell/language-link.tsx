'use client';

import type { ReactNode } from 'react';
import { localePath, splitLocale, type Locale } from '@/lib/locale';

/**
 * Shows a link to the same page in another language. The head of the page stays while the user
 * moves between pages, so the present page is looked up when the link is followed.
 */
export function LanguageLink(props: { to: Locale; path: string; children: ReactNode }) {
  const { to, path, children } = props;
  return (
    <a
      href={localePath(to, path)}
      hrefLang={to}
      lang={to}
      onClick={(event) => {
        const { pathname, search, hash } = window.location;
        event.currentTarget.href = localePath(to, splitLocale(pathname).path) + search + hash;
      }}
      className="flex min-h-11 items-center px-2 no-underline hover:underline"
    >
      {children}
    </a>
  );
}
