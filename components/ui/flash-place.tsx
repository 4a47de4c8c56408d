'use client';

import { useEffect, useState, type ReactNode } from 'react';

const dropped = 'suanquan:flash-dropped';

/** Removes the message of the last action once there is an error: beside an error an old "saved" would be read as the answer. */
export function dropFlash(): void {
  window.dispatchEvent(new Event(dropped));
}

/**
 * Shows the message of the last action until there is an error. Focus may be moved here. Without a script the summary of the
 * faults hides it.
 */
export function FlashPlace({ children }: { children: ReactNode }) {
  const [old, setOld] = useState(false);
  useEffect(() => {
    const drop = () => setOld(true);
    window.addEventListener(dropped, drop);
    return () => window.removeEventListener(dropped, drop);
  }, []);
  if (old) return null;
  return (
    <div data-flash tabIndex={-1} className="in-[main:has([data-form-answer][role=alert])]:hidden">
      {children}
    </div>
  );
}
