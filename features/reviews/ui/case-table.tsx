import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Table, type Column } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { reviewMessages } from '../messages';
import type { CaseSort, CaseSummary } from '../queries';
import { CaseTag, Clock } from './marks';

type SortBy = 'due' | 'submitted';

type Props = {
  locale: Locale;
  caption: string;
  rows: readonly CaseSummary[];
  empty: ReactNode;
  sort?: CaseSort;
  /** Returns the link for another order; makes the headings of dates sortable. */
  sortHref?: (sort: CaseSort) => string;
  /** Shows a checkbox that selects the case, before its reference. */
  tick?: ((row: CaseSummary) => ReactNode) | undefined;
  /** Shows a control in place of the reviewer's name, for a case without a reviewer. */
  unassigned?: ((row: CaseSummary) => ReactNode) | undefined;
};

function columnsOf({ locale, sort = 'due', sortHref, tick }: Props): Column[] {
  const t = reviewMessages(locale);
  const sortable = (by: SortBy): Pick<Column, 'sort'> => {
    if (!sortHref) return {};
    const other: CaseSort = sort === by ? `-${by}` : by;
    if (sort !== by && sort !== `-${by}`) return { sort: { href: sortHref(other) } };
    const direction = sort === by ? 'ascending' : 'descending';
    return { sort: { href: sortHref(other), direction } };
  };
  return [
    ...(tick ? [{ key: 'tick', header: t.pick, control: true }] : []),
    { key: 'reference', header: t.reference },
    { key: 'organisation', header: t.applicantAndProject, wrap: true },
    { key: 'amount', header: t.amount, align: 'right' },
    { key: 'stage', header: t.stage },
    { key: 'assignee', header: t.assignee },
    { key: 'due', header: t.due, ...sortable('due') },
    { key: 'submitted', header: t.submitted, ...sortable('submitted') },
    { key: 'updated', header: t.updated },
  ];
}

/** Shows cases as a table for officers. */
export function CaseTable(props: Props) {
  const { locale, caption, rows, empty, tick, unassigned } = props;
  const t = reviewMessages(locale);
  return (
    <Table
      caption={caption}
      columns={columnsOf(props)}
      rows={rows.map((row) => ({
        key: row.id,
        href: localePath(locale, paths.city.case(row.id)),
        cells: {
          tick: tick?.(row),
          reference: row.reference,
          organisation: (
            <>
              {words(organisationName(row.organisation, locale))}
              <span className="text-muted block">{words(row.project)}</span>
            </>
          ),
          amount: row.assessedFen === null ? '' : <Amount fen={row.assessedFen} locale={locale} />,
          stage: (
            <>
              <CaseTag state={row.state} locale={locale} />
              {row.openStage && (
                <span className="block text-sm">
                  {say(row.openStage.title, locale)}{' '}
                  <Clock clock={row.openStage.clock} locale={locale} />
                </span>
              )}
            </>
          ),
          assignee: row.assignee ?? unassigned?.(row) ?? (
            <span className="text-muted">{t.nobody}</span>
          ),
          due: <Clock clock={row.clock} locale={locale} />,
          submitted: row.submittedAt && <DateTime at={row.submittedAt} locale={locale} />,
          updated: <DateTime at={row.updatedAt} locale={locale} />,
        },
      }))}
      empty={empty}
    />
  );
}
