'use client';

import type { ReactNode } from 'react';
import { FormContext } from '@/components/ui/form-context';
import type { Locale } from '@/lib/locale';

/** Shows a form that is never sent: users can fill it in to try it, and nothing is saved. */
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
