'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { focusOnHeading, focusOnNews } from '@/components/ui/arrival';

/** The place of focus on a page, so that it can be found again after the page is rendered anew. */
type Spot = { selector: string; at: number };

const addressNow = () => window.location.pathname + window.location.search;

function spotOf(element: Element): Spot | undefined {
  const href = element.getAttribute('href');
  const selector = element.id
    ? `#${CSS.escape(element.id)}`
    : href && `a[href="${CSS.escape(href)}"]`;
  if (!selector) return undefined;
  return { selector, at: [...document.querySelectorAll(selector)].indexOf(element) };
}

/** Finds the element again, or nothing where the page has changed. */
function elementAt(spot: Spot | undefined): HTMLElement | undefined {
  return spot && [...document.querySelectorAll<HTMLElement>(spot.selector)][spot.at];
}

/**
 * Moves focus on a page that a script has brought, as a browser would: to its heading, or to what is new on it; after going back,
 * to where it was. A page that is loaded, or fetched again under the same address, leaves focus alone, and so does a page on
 * which an element has taken focus by itself.
 */
export function FocusOnArrival() {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const shown = useRef({ pathname, search });
  const spots = useRef(new Map<string, Spot | undefined>());
  const latest = useRef<{ element: Element; address: string }>(undefined);
  const popped = useRef<string>(undefined);

  useEffect(() => {
    const leave = new AbortController();
    const { signal } = leave;
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const address = addressNow();
      latest.current = { element: target, address };
      spots.current.set(address, spotOf(target));
    };
    const wentBack = () => {
      popped.current = addressNow();
    };
    document.addEventListener('focusin', focused, { signal });
    window.addEventListener('popstate', wentBack, { signal });
    return () => leave.abort();
  }, []);

  useEffect(() => {
    const before = shown.current;
    if (before.pathname === pathname && before.search === search) return;
    shown.current = { pathname, search };
    const address = addressNow();
    const back = popped.current === address;
    popped.current = undefined;
    const spot = back ? elementAt(spots.current.get(address)) : undefined;
    const taken = latest.current?.address === address ? latest.current.element : undefined;
    if (spot) spot.focus({ preventScroll: true });
    else if (back) focusOnHeading();
    else if (!taken?.closest('#main') || taken !== document.activeElement) {
      focusOnNews(before.pathname === pathname);
    }
  }, [pathname, search]);
  return null;
}
