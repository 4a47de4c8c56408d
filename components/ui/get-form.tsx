'use client';

import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import { cn } from './cn';
import { useCompositionGuard } from './composition-guard';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';

type Values = Readonly<Record<string, string>>;

/**
 * A form that asks through the address: searches, filters, the questions of a check. It needs no
 * JavaScript, what it asks can be shared, and Back goes back.
 */
export function GetForm(props: {
  locale: Locale;
  /** Where it asks, with its language. */
  action: string;
  children: ReactNode;
  /** Faults of what was asked, by field. */
  errors?: Values;
  /** What was typed, by field. */
  values?: Values;
  /** What else the address keeps. */
  keep?: Values;
  /** The name of a search, for those who jump from landmark to landmark. */
  search?: string;
  className?: string;
}) {
  const { locale, action, children, errors = {}, values = {}, keep = {}, search } = props;
  const guard = useCompositionGuard();
  const typed = Object.keys(values).length > 0 ? values : undefined;
  return (
    <form
      action={action}
      method="get"
      noValidate
      role={search ? 'search' : undefined}
      aria-label={search}
      className={cn('form-rhythm', props.className)}
      {...guard}
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={{ locale, errors, values: typed }}>
        {Object.keys(errors).length > 0 && <ErrorSummary state={{ errors }} locale={locale} />}
        {children}
      </FormContext>
    </form>
  );
}
