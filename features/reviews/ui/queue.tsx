import { Link } from '@/components/ui/link';
import { Button } from '@/components/ui/button';
import { Flash } from '@/components/ui/callout';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { filterErrors, UnfitFilter } from '@/components/ui/unfit-filter';
import { say, type Bilingual } from '@/lib/bilingual';
import { addressOf } from '@/lib/address';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { closedStates, openStates } from '../domain/stages';
import { doneText, reviewMessages, stateNames } from '../messages';
import type { CaseFilter, CaseSort, CaseSummary, Reviewer, ViewCounts } from '../queries';
import { QueueTable } from './queue-table';

type Props = {
  locale: Locale;
  search: ReadFilter<CaseFilter>;
  filter: CaseFilter;
  page: { rows: readonly CaseSummary[]; nextCursor: string | null; total: number };
  views: ViewCounts;
  reviewers: readonly Reviewer[];
  programmes: readonly { id: string; title: Bilingual }[];
  done: string | undefined;
  role: Authority;
};

type ViewFilter = Partial<Record<Exclude<keyof CaseFilter, 'cursor'>, string | undefined>>;

const address = (locale: Locale, chosen: ViewFilter): string =>
  addressOf(localePath(locale, paths.city.cases()), chosen);

/** Returns whether the role acts on cases. All other roles only read, and it is never their turn. */
const acts = (role: Authority): boolean =>
  may('case.take', role) || may('case.decide', role) || may('case.assign', role);

const views: Record<keyof ViewCounts, ViewFilter> = {
  open: {},
  turn: { turn: 'mine' },
  mine: { who: 'mine' },
  unassigned: { who: 'unassigned' },
  first_passed: { stage: 'first_passed' },
  soon: { due: 'soon' },
  overdue: { due: 'overdue' },
};

function Views({ locale, views: counts, filter, role }: Props) {
  const t = reviewMessages(locale);
  const { cursor: _cursor, sort: _sort, ...chosen } = filter;
  const here = address(locale, chosen);
  const shown = (Object.keys(views) as (keyof ViewCounts)[]).filter((view) => {
    if (view === 'turn') return acts(role);
    // The view of assigned cases is only for first reviewers, because cases are assigned to nobody else.
    return view !== 'mine' || may('case.take', role);
  });
  return (
    <nav aria-label={t.views}>
      <ul className="flex flex-wrap gap-2">
        {shown.map((view) => {
          const href = address(locale, views[view]);
          const current = href === here;
          return (
            <li key={view}>
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={cn(
                  'bg-surface hover:border-fg inline-flex min-h-9 items-center gap-2 rounded border px-3 text-sm',
                  current
                    ? 'border-primary text-primary font-semibold forced-colors:border-[Highlight]'
                    : 'border-line',
                )}
              >
                {t[`view_${view}`]}
                <span className="text-muted tabular font-normal">{counts[view]}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function FilterForm({ locale, search, filter, reviewers, programmes }: Props) {
  const t = reviewMessages(locale);
  const names = stateNames(locale);
  return (
    <GetForm
      locale={locale}
      action={localePath(locale, paths.city.cases())}
      search={t.filter}
      errors={filterErrors(locale, search.faults)}
      {...(!search.fits && { values: search.typed })}
      hiddenFields={{
        ...(filter.due && { due: filter.due }),
        ...(filter.turn && { turn: filter.turn }),
        ...(filter.sort && { sort: filter.sort }),
      }}
      className="no-print border-line bg-surface grid items-end gap-4 space-y-0 rounded border p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <TextField name="q" label={t.search} defaultValue={filter.q ?? ''} />
      <SelectField
        name="stage"
        label={t.stage}
        defaultValue={filter.stage ?? ''}
        options={[
          { value: '', label: t.stage_open },
          ...openStates.map((state) => ({ value: state, label: names[state] })),
          { value: 'closed', label: t.stage_closed },
          ...closedStates.map((state) => ({ value: state, label: names[state] })),
          { value: 'all', label: t.stage_all },
        ]}
      />
      <SelectField
        name="who"
        label={t.assignee}
        defaultValue={filter.who ?? ''}
        options={[
          { value: '', label: t.anybody },
          { value: 'mine', label: t.view_mine },
          { value: 'unassigned', label: t.nobody },
          ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        name="programme"
        label={t.programme}
        defaultValue={filter.programme ?? ''}
        options={[
          { value: '', label: t.anyProgramme },
          ...programmes.map(({ id, title }) => ({ value: id, label: say(title, locale) })),
        ]}
      />
      <Button type="submit" variant="secondary">
        {t.filter}
      </Button>
    </GetForm>
  );
}

/** Shows the city's cases with filters. The filters are in the address. */
export function Queue(props: Props) {
  const { locale, search, filter, page, done } = props;
  const t = reviewMessages(locale);
  const { cursor, ...chosen } = filter;
  const { sort, ...narrowing } = chosen;
  const path = localePath(locale, paths.city.cases());
  const narrowed = Object.values(narrowing).some(Boolean);
  return (
    <PageBody>
      <PageHeader title={t.queue} />
      <Flash text={doneText(locale, done)} />
      <div className="space-y-4">
        <Views {...props} />
        <FilterForm {...props} />
        {search.fits ? (
          <>
            <p role="status" data-results className="text-muted">
              {t.found({ n: page.total })}
              {narrowed && (
                <>
                  {' · '}
                  <Link className="link" href={address(locale, {})}>
                    {t.clear}
                  </Link>
                </>
              )}
            </p>
            <QueueTable
              locale={locale}
              role={props.role}
              rows={page.rows}
              reviewers={props.reviewers}
              sort={sort ?? 'due'}
              sortHref={(next: CaseSort) => address(locale, { ...chosen, sort: next })}
              empty={
                narrowed ? (
                  <EmptyState title={t.noneFits} body={t.noneFitsBody} />
                ) : (
                  <EmptyState title={t.noneTitle} body={t.noneBody} />
                )
              }
            />
            <Pager
              locale={locale}
              path={path}
              query={chosen}
              cursor={cursor}
              nextCursor={page.nextCursor}
            />
          </>
        ) : (
          <UnfitFilter locale={locale} path={path} />
        )}
      </div>
    </PageBody>
  );
}
