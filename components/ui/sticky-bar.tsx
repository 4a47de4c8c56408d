'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from './cn';

/** Bounds the height of a bar that stays: one that takes more of the window leaves too little of the page in view. */
const mostOfWindow = 1 / 4;

/**
 * Keeps a bar at an edge of the window while the page moves. Its height is told to the style sheet
 * (app/globals.css), which keeps what has focus clear of it. On a small window or in large text, where it would
 * take much of the window, it goes away with the page.
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
