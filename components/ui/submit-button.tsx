'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { cn } from './cn';
import { useFormLocale } from './form-context';
import { uiMessages } from './messages';

/**
 * Shows a button that sends its form once: while an answer is awaited a second press does nothing.
 */
export function SubmitButton(props: {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
  /** Announced to screen readers while the answer is awaited. */
  pendingLabel?: string;
  className?: string;
}) {
  const { children, variant, size, className, pendingLabel, ...rest } = props;
  const { pending } = useFormStatus();
  const t = uiMessages(useFormLocale());
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={cn(buttonClass(variant, size), 'relative overflow-hidden', className)}
    >
      {children}
      {pending && (
        <>
          <span role="status" className="sr-only">
            {pendingLabel ?? t.sending}
          </span>
          <span aria-hidden className="sweep" />
        </>
      )}
    </button>
  );
}
