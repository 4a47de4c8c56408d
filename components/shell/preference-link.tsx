'use client';

import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';

const preferenceAddress = (query: string, back: string) =>
  `${paths.api.preferences()}?${query}&back=${encodeURIComponent(back)}`;

/**
 * Chooses how the portal is shown, and comes back to the same page. The head of the page stays while one moves
 * about, so where one is by now is looked up when the link is followed.
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
