import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import { Button } from './button';
import { GetForm } from './get-form';

/** What a list is narrowed by: its fields in a row, and one button. */
export function FilterBar(props: {
  locale: Locale;
  /** Where the list stands, with its language. */
  path: string;
  /** What the button says, and what the search is called. */
  label: string;
  children: ReactNode;
}) {
  const { locale, path, label, children } = props;
  return (
    <GetForm
      locale={locale}
      action={path}
      search={label}
      className="no-print flex flex-wrap items-end gap-4 space-y-0"
    >
      {children}
      <Button type="submit" variant="secondary">
        {label}
      </Button>
    </GetForm>
  );
}
