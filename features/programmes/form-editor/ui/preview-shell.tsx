'use client';

import type { ReactNode } from 'react';
import { FormContext } from '@/components/ui/form-context';
import type { Locale } from '@/lib/locale';

/** A form that goes nowhere: one may fill it in to see what it does, and nothing is kept. */
export function PreviewShell({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <form
      noValidate
      autoComplete="off"
      className="space-y-8"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <FormContext value={{ locale, errors: {}, values: undefined, scope: 'preview' }}>
        {children}
      </FormContext>
    </form>
  );
}
