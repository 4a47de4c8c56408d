import type { ReactNode } from 'react';
import type { ReadFilter } from '@/lib/input/filter';
import type { Locale } from '@/lib/locale';
import { Button } from './button';
import { GetForm } from './get-form';
import { filterErrors } from './unfit-filter';

/** Shows the filters of a list: their fields in a row, and one button. */
export function FilterBar(props: {
  locale: Locale;
  /** The address of the list, with its language. */
  path: string;
  /** The text on the button, which also names the search. */
  label: string;
  /** The filter as it was sent, with its faults. */
  search: Pick<ReadFilter<unknown>, 'faults' | 'typed'>;
  children: ReactNode;
}) {
  const { locale, path, label, search, children } = props;
  const errors = filterErrors(locale, search.faults);
  const unfit = Object.keys(errors).length > 0;
  return (
    <GetForm
      locale={locale}
      action={path}
      search={label}
      errors={errors}
      {...(unfit && { values: search.typed })}
      className="no-print flex flex-wrap items-end gap-4 space-y-0"
    >
      {children}
      <Button type="submit" variant="secondary">
        {label}
      </Button>
    </GetForm>
  );
}
