import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { shanghaiDate } from '@/lib/dates';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { listMessages } from '../messages';
import type { ProgrammeFilter, ProgrammePage } from '../queries';
import { programmeMessages } from '@/features/programmes/messages';
import type { CityName } from '@/features/programmes/queries';
import { ProgrammeRow } from './programme-card';
import { FilterChips, FilterForm } from './programme-filter';

type Props = ProgrammePage & {
  locale: Locale;
  search: ReadFilter<ProgrammeFilter>;
  cities: readonly CityName[];
};

/** Shows all published programmes, with search and filters. */
export function ProgrammeList(props: Props) {
  const { locale, rows, nextCursor, search, cities, total } = props;
  const { filter } = search;
  const on = shanghaiDate(props.asOf);
  const t = programmeMessages(locale);
  const l = listMessages(locale);
  const path = localePath(locale, paths.programmes());
  const { cursor, ...narrowing } = filter;
  const count = l.total({ n: total }) + (rows.length < total ? l.shown({ n: rows.length }) : '');
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonLink href={localePath(locale, paths.compare())} variant="secondary">
            {l.compare}
          </ButtonLink>
        }
      />
      <div className="space-y-4">
        <FilterForm locale={locale} search={search} filter={filter} cities={cities} />
        {search.fits ? (
          <>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <p role="status" data-results className="font-semibold">
                {count}
              </p>
              <h2 className="sr-only">{count}</h2>
              <FilterChips locale={locale} filter={filter} cities={cities} />
            </div>
            {rows.length === 0 ? (
              <EmptyState title={t.none} body={t.noneBody} />
            ) : (
              <ul className="divide-line border-line bg-surface divide-y rounded border">
                {rows.map((programme) => (
                  <ProgrammeRow key={programme.id} programme={programme} on={on} locale={locale} />
                ))}
              </ul>
            )}
            <Pager
              locale={locale}
              path={path}
              query={narrowing}
              cursor={cursor}
              nextCursor={nextCursor}
            />
          </>
        ) : (
          <UnfitFilter locale={locale} path={path} />
        )}
      </div>
    </PageBody>
  );
}
