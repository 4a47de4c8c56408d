'use client';

import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';

/** Shows a note with an action in it until the user closes it. It never disappears by a timer. */
export function Dismissible(props: { label: ReactNode; about: string; children: ReactNode }) {
  const { label, about, children } = props;
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  return (
    <div
      role="group"
      aria-label={about}
      className="border-line bg-neutral-bg flex flex-wrap items-center gap-x-4 gap-y-2 rounded border px-4 py-2"
    >
      {children}
      <Button
        variant="quiet"
        size="sm"
        className="ml-auto needs-script"
        onClick={() => setSeen(true)}
      >
        {label}
      </Button>
    </div>
  );
}
