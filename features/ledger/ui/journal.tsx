import { buttonClass } from '@/components/ui/button-class';
import { DateField, MoneyField, SelectField, TextField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { Section } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { formatYuanPlain } from '@/lib/money';
import { paths } from '@/lib/paths';
import { subjectLabel } from '@/lib/subject-text';
import type { Subject } from '@/server/subjects';
import { kindsOfEntries, type JournalFilter } from '../journal-filter';
import type { JournalPage } from '../journal-queries';
import { ledgerKinds, ledgerMessages } from '../messages';
import { JournalTable } from './journal-table';

/** Returns the filter as the values of an address, without the place in the list. */
export const journalQuery = (filter: JournalFilter): Record<string, string | undefined> => ({
  q: filter.q,
  kind: filter.kind,
  payment: filter.payment,
  programme: filter.programme,
  from: filter.from,
  to: filter.to,
  least: filter.least === undefined ? undefined : formatYuanPlain(filter.least),
  most: filter.most === undefined ? undefined : formatYuanPlain(filter.most),
});

function JournalFilters(props: {
  locale: Locale;
  path: string;
  search: ReadFilter<JournalFilter>;
  programmes: readonly Subject[];
}) {
  const { locale, path, search, programmes } = props;
  const { filter } = search;
  const t = ledgerMessages(locale);
  const kinds = ledgerKinds(locale);
  const typed = journalQuery(filter);
  const all = { value: '', label: t.all };
  return (
    <FilterBar locale={locale} path={path} label={t.show} search={search}>
      <TextField name="q" label={t.search} defaultValue={typed.q ?? ''} width="medium" />
      <SelectField
        name="kind"
        label={t.kind}
        width="short"
        defaultValue={typed.kind ?? ''}
        options={[all, ...kindsOfEntries.map((kind) => ({ value: kind, label: kinds[kind] }))]}
      />
      <SelectField
        name="programme"
        label={t.programme}
        defaultValue={typed.programme ?? ''}
        options={[
          all,
          ...programmes.map((one) => ({ value: one.id, label: subjectLabel(one, locale) })),
        ]}
      />
      <SelectField
        name="payment"
        label={t.payment}
        width="short"
        defaultValue={typed.payment ?? ''}
        options={[all, { value: 'paid', label: t.paidAlready }, { value: 'due', label: t.due }]}
      />
      <DateField name="from" label={t.from} defaultValue={typed.from ?? ''} />
      <DateField name="to" label={t.to} defaultValue={typed.to ?? ''} />
      <MoneyField name="least" label={t.least} defaultValue={typed.least ?? ''} width="short" />
      <MoneyField name="most" label={t.most} defaultValue={typed.most ?? ''} width="short" />
    </FilterBar>
  );
}

/** Shows the city's journal: its filters, a page of its entries, and the same entries as a file. */
export function Journal(props: {
  locale: Locale;
  page: JournalPage;
  search: ReadFilter<JournalFilter>;
  programmes: readonly Subject[];
}) {
  const { locale, page, search, programmes } = props;
  const t = ledgerMessages(locale);
  const path = localePath(locale, paths.city.ledger());
  const query = journalQuery(search.filter);
  const filtered = Object.values(query).some((value) => value !== undefined);
  return (
    <Section title={t.entries}>
      <div className="space-y-4">
        <JournalFilters locale={locale} path={path} search={search} programmes={programmes} />
        {search.fits ? (
          <>
            {page.rows.length > 0 && (
              <p className="no-print">
                <a
                  href={paths.api.ledger({ ...query, locale })}
                  className={buttonClass('secondary', 'sm')}
                >
                  {t.file}
                </a>
              </p>
            )}
            <JournalTable locale={locale} rows={page.rows} filtered={filtered} />
            <Pager
              locale={locale}
              path={path}
              query={query}
              cursor={search.filter.cursor}
              nextCursor={page.nextCursor}
            />
          </>
        ) : (
          <UnfitFilter locale={locale} path={path} />
        )}
      </div>
    </Section>
  );
}
