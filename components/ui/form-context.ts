'use client';

import { createContext, useContext, useState } from 'react';
import { defaultLocale, type Locale } from '@/lib/locale';

type Values = Readonly<Record<string, string | readonly string[]>>;

type FormValues = {
  locale: Locale;
  errors: Readonly<Record<string, string>>;
  /** What was typed, once the form came back; then an absent name means nothing was chosen. */
  values: Values | undefined;
  /** Holds what was typed on a page of an earlier build, by the names that were sent. */
  late?: Values | undefined;
  /** Holds what was typed while the form is refused; the next attempt carries it. */
  returned?: Values | undefined;
  /** Sets the ids of this form's fields apart from those of its like on the same page. */
  scope?: string | undefined;
};

/** What the fields of a form read: errors beside them, and what was typed before. */
export const FormContext = createContext<FormValues>({
  locale: defaultLocale,
  errors: {},
  values: undefined,
});

export const useFormLocale = (): Locale => useContext(FormContext).locale;

/** What came back with the form while it stands refused; a new object every time it does. */
export const useReturned = (): Values | undefined => useContext(FormContext).returned;

/** The id of a field's control; the error summary links to it. */
export function useIdOf(): (name: string) => string {
  const { scope } = useContext(FormContext);
  return (name) => (scope ? `f-${scope}-${name}` : `f-${name}`);
}

/** Holds the faults that a form tells while one types, by field: newer than those that it came back with. */
export const LiveFaultsContext = createContext<Readonly<Record<string, string>>>({});

/** What a field shows: its fault, and what stands in it if the form came back. */
export function useField(name: string) {
  const { locale, errors, values, late, returned } = useContext(FormContext);
  const live = useContext(LiveFaultsContext);
  const before = values ? undefined : late?.[name];
  return {
    locale,
    error: live[name] ?? errors[name],
    answered: values !== undefined || before !== undefined,
    typed: values?.[name] ?? before,
    returned: returned?.[name],
  };
}

/**
 * Whether fields go on showing what they showed first, whatever the page has become: so in a form
 * that saves itself, which brings newer answers in by itself and only where nobody has typed.
 */
export const HoldsContext = createContext(false);

/** What a field shows of its own: as the page has it now, or as it had it first. */
export function useDefault<T>(value: T): T {
  const holds = useContext(HoldsContext);
  const [first] = useState(value);
  return holds ? first : value;
}
