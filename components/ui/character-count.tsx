'use client';

import { useEffect, useState } from 'react';
import { cn } from './cn';

/**
 * Shows how many of the allowed characters are used. The control itself has no limit, because a
 * browser would cut a pasted text silently; the action refuses a text that is too long, and nothing
 * is lost.
 */
export function CharacterCount(props: { controlId: string; initial: number; maximum: number }) {
  const { controlId, initial, maximum } = props;
  const [length, setLength] = useState(initial);
  useEffect(() => {
    const control = document.getElementById(controlId);
    if (!(control instanceof HTMLTextAreaElement)) return;
    const count = () => setLength(control.value.length);
    const afterReset = () => setTimeout(count);
    const { form } = control;
    control.addEventListener('input', count);
    form?.addEventListener('reset', afterReset);
    return () => {
      control.removeEventListener('input', count);
      form?.removeEventListener('reset', afterReset);
    };
  }, [controlId]);
  return (
    <p
      aria-hidden
      className={cn(
        'tabular needs-script text-right text-sm leading-normal',
        length > maximum ? 'text-danger font-semibold' : 'text-muted',
      )}
    >
      {length} / {maximum}
    </p>
  );
}
