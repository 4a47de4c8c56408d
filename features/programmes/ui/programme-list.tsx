import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { Grid, PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { programmeMessages } from '../messages';
import type { CityName, ProgrammeFilter, ProgrammeSummary } from '../queries';
import { ProgrammeCard } from './programme-card';

type Props = {
  locale: Locale;
  rows: readonly ProgrammeSummary[];
  nextCursor: string | null;
  filter: ProgrammeFilter;
  cities: readonly CityName[];
};

function FilterForm({ locale, filter, cities }: Props) {
  const t = programmeMessages(locale);
  const every = { value: '', label: t.all };
  return (
    <GetForm
      locale={locale}
      action={localePath(locale, '/programmes')}
      search={t.filter}
      className="no-print border-line bg-surface grid items-end gap-4 space-y-0 rounded border p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <TextField name="q" label={t.search} defaultValue={filter.q ?? ''} maxLength={60} />
      <SelectField
        name="city"
        label={t.city}
        defaultValue={filter.city ?? ''}
        options={[
          every,
          ...cities.map(({ slug, zh, en }) => ({ value: slug, label: locale === 'en' ? en : zh })),
        ]}
      />
      <SelectField
        name="kind"
        label={t.kind}
        defaultValue={filter.kind ?? ''}
        options={[
          every,
          ...(['compute', 'training', 'model', 'corpus'] as const).map((value) => ({
            value,
            label: t[value],
          })),
        ]}
      />
      <SelectField
        name="mode"
        label={t.mode}
        defaultValue={filter.mode ?? ''}
        options={[
          every,
          ...(['deduct', 'deferred', 'automatic'] as const).map((value) => ({
            value,
            label: t[value],
          })),
        ]}
      />
      <Button type="submit" variant="secondary">
        {t.filter}
      </Button>
    </GetForm>
  );
}

/** Every published programme, to be searched and narrowed down. */
export function ProgrammeList(props: Props) {
  const { locale, rows, nextCursor, filter } = props;
  const t = programmeMessages(locale);
  const path = localePath(locale, '/programmes');
  const { cursor, ...asked } = filter;
  const narrowed = Object.values(asked).some(Boolean);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <FilterForm {...props} />
      <p role="status" className="text-muted">
        {t.found({ n: rows.length })}
        {narrowed && (
          <>
            {' · '}
            <Link className="link" href={path}>
              {t.clearFilter}
            </Link>
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t.none} body={t.noneBody} />
      ) : (
        <>
          <h2 className="sr-only">{t.found({ n: rows.length })}</h2>
          <Grid>
            {rows.map((programme) => (
              <ProgrammeCard key={programme.id} programme={programme} locale={locale} />
            ))}
          </Grid>
        </>
      )}
      <Pager locale={locale} path={path} asked={asked} cursor={cursor} nextCursor={nextCursor} />
    </PageBody>
  );
}
