import type { FilterFaults } from '@/lib/input/filter';
import type { Locale } from '@/lib/locale';
import { ButtonLink } from './button-link';
import { EmptyState } from './empty-state';
import { filterMessages } from './filter-messages';

/** What is wrong with a filter, by field and in words, to be shown beside each. */
export function filterErrors(locale: Locale, faults: FilterFaults): Record<string, string> {
  const t = filterMessages(locale);
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, code]) => (code ? [[name, t[code]]] : [])),
  );
}

/** Stands where a list would stand that cannot be shown as it was asked for. */
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
