'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button';
import { cn } from './cn';

/** Sends its form once: while an answer is awaited a second press does nothing. */
export function SubmitButton(props: {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
  className?: string;
}) {
  const { children, variant, size, className, ...rest } = props;
  const { pending } = useFormStatus();
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={cn(buttonClass(variant, size), className)}
    >
      {children}
    </button>
  );
}
