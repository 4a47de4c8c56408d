'use client';

import type { ReactNode } from 'react';
import { browserPaths } from '@/lib/browser-paths';

const preferenceAddress = (query: string, back: string) =>
  `${browserPaths.api.preferences()}?${query}&back=${encodeURIComponent(back)}`;

/**
 * Shows a link that sets how the portal looks and leads back to the same page. The head of the page stays while the user moves
 * between pages, so the present page is looked up when the link is followed.
 */
export function PreferenceLink(props: { query: string; path: string; children: ReactNode }) {
  const { query, path, children } = props;
  return (
    <a
      href={preferenceAddress(query, path)}
      onClick={(event) => {
        const { pathname, search } = window.location;
        event.currentTarget.href = preferenceAddress(query, pathname + search);
      }}
      className="hover:bg-neutral-bg block px-4 py-2 no-underline"
    >
      {children}
    </a>
  );
}
