'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Fetches the page again after going back within the portal. Otherwise the page would be shown as
 * it was left, without what was saved or submitted since.
 */
export function FreshOnBack() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => router.refresh();
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) refresh();
    };
    window.addEventListener('popstate', refresh);
    window.addEventListener('pageshow', restored);
    return () => {
      window.removeEventListener('popstate', refresh);
      window.removeEventListener('pageshow', restored);
    };
  }, [router]);
  return null;
}
