'use client';

import { createContext, useContext, useState } from 'react';
import { defaultLocale, type Locale } from '@/lib/locale';

type Values = Readonly<Record<string, string | readonly string[]>>;

type FormValues = {
  locale: Locale;
  errors: Readonly<Record<string, string>>;
  /** What was typed, once the form came back; then an absent name means that nothing was chosen. */
  values: Values | undefined;
  /** What was typed on a page of an earlier build, by the names that were sent. */
  late?: Values | undefined;
  /** What was typed in a form that was refused; the next attempt carries it. */
  returned?: Values | undefined;
  /** Makes the ids of this form's fields differ from those of similar forms on the same page. */
  scope?: string | undefined;
};

/** What the fields of a form need: their errors, and what was typed before. */
export const FormContext = createContext<FormValues>({
  locale: defaultLocale,
  errors: {},
  values: undefined,
});

export const useFormLocale = (): Locale => useContext(FormContext).locale;

/** Returns what came back with a form that was refused; a new object every time it is refused. */
export const useReturned = (): Values | undefined => useContext(FormContext).returned;

/** Returns the ids of the fields' controls, by name; the error summary links to them. */
export function useIdOf(): (name: string) => string {
  const { scope } = useContext(FormContext);
  return (name) => (scope ? `f-${scope}-${name}` : `f-${name}`);
}

/** Faults that a form finds while the user types, by field: newer than those that it came back with. */
export const LiveFaultsContext = createContext<Readonly<Record<string, string>>>({});

/** Returns what a field shows: its fault, and its value if the form came back. */
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
 * Whether fields keep the values that they showed first, although the page has newer ones. This is so in a form that saves
 * itself: it puts newer answers in by itself, and only where the user has not typed.
 */
export const HoldsContext = createContext(false);

/** Returns a field's own value: as the page has it now, or as the field had it first. */
export function useDefault<T>(value: T): T {
  const holds = useContext(HoldsContext);
  const [first] = useState(value);
  return holds ? first : value;
}
