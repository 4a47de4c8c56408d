import type { FilterFaults } from '@/lib/input/filter';
import type { Locale } from '@/lib/locale';
import { ButtonLink } from './button-link';
import { EmptyState } from './empty-state';
import { filterMessages } from './filter-messages';

/** Returns the text of each fault of a filter, by field, to be shown beside it. */
export function filterErrors(locale: Locale, faults: FilterFaults): Record<string, string> {
  const t = filterMessages(locale);
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, code]) => (code ? [[name, t[code]]] : [])),
  );
}

/** Shows a message in place of a list whose filter does not fit. */
export function UnfitFilter({ locale, path }: { locale: Locale; path: string }) {
  const t = filterMessages(locale);
  return (
    <EmptyState
      title={t.title}
      body={t.body}
      action={
        <ButtonLink href={path} variant="secondary" size="sm">
          {t.clear}
        </ButtonLink>
      }
    />
  );
}
