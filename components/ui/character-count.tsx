'use client';

import { useEffect, useState } from 'react';
import { cn } from './cn';

/**
 * How much of a text's room is taken. The control itself has no limit: a pasted text would be cut
 * without a word; the action refuses what is too long, and nothing is lost.
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
