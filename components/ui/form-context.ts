'use client';

import { createContext, useContext } from 'react';
import { defaultLocale, type Locale } from '@/lib/locale';

type FormValues = {
  locale: Locale;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string | readonly string[]>>;
};

/** What the fields of a form read: errors beside them, and what was typed before. */
export const FormContext = createContext<FormValues>({
  locale: defaultLocale,
  errors: {},
  values: {},
});

export function useField(name: string) {
  const { locale, errors, values } = useContext(FormContext);
  return {
    locale,
    error: errors[name],
    typed: values[name],
    answered: Object.keys(values).length > 0,
  };
}
