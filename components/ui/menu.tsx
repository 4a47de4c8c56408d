'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from './cn';

/** Closes an open menu on Escape, on a press elsewhere, and once one of its links is followed. */
function useClosing() {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const leave = new AbortController();
    const { signal } = leave;
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !menu.open) return;
        const within = menu.contains(document.activeElement);
        menu.open = false;
        if (within) menu.querySelector('summary')?.focus();
      },
      { signal },
    );
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
      },
      { signal },
    );
    menu.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('a')) menu.open = false;
      },
      { signal },
    );
    return () => leave.abort();
  }, []);
  return ref;
}

/**
 * Shows a menu that opens and closes without a script. On a phone its panel is at the edge of the bar around it, which is
 * positioned for that, because beside its button there may be no room.
 */
export function Menu(props: {
  summary: ReactNode;
  children: ReactNode;
  align?: 'left' | 'right';
  className?: string;
  panelClassName?: string;
}) {
  const { summary, children, align = 'right', className, panelClassName } = props;
  const ref = useClosing();
  return (
    <details ref={ref} className={cn('sm:relative', className)}>
      <summary className="hover:bg-neutral-bg flex min-h-11 list-none items-center gap-2 rounded px-2">
        {summary}
      </summary>
      <div
        className={cn(
          'border-line bg-surface text-fg absolute z-30 mt-1 max-w-[calc(100vw-2rem)] min-w-48 rounded border p-1 shadow-lg',
          align === 'right' ? 'right-4 sm:right-0' : 'left-4 sm:left-0',
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
