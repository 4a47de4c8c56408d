'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Going back within the portal shows a page as it was left; what was saved or submitted since must
 * be seen, so it is asked for anew.
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
