'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from './cn';

/** The greatest share of the window's height that a bar may take to stay: a higher one leaves too little of the page in view. */
const mostOfWindow = 1 / 4;

/**
 * Keeps a bar at an edge of the window while the page scrolls. The style sheet (app/globals.css) gets its height, and keeps the
 * focused element clear of it. On a small window or in large text, where it would take too much of the window, it scrolls away
 * with the page.
 */
export function StickyBar(props: {
  edge: 'top' | 'bottom';
  children: ReactNode;
  className?: string;
}) {
  const { edge, children, className } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const bar = ref.current;
    if (!bar) return undefined;
    const page = document.documentElement;
    const measure = () => {
      const { height } = bar.getBoundingClientRect();
      const loose = height > window.innerHeight * mostOfWindow;
      bar.toggleAttribute('data-loose', loose);
      page.style.setProperty(`--${edge}-bar`, `${loose ? 0 : height}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
      page.style.removeProperty(`--${edge}-bar`);
    };
  }, [edge]);
  return (
    <div ref={ref} data-sticky={edge} className={cn('sticky-bar', className)}>
      {children}
    </div>
  );
}
