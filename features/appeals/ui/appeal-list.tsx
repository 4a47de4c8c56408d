import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { organisationName } from '@/lib/organisation-name';
import type { TurnFilter } from '@/features/reviews/turn-filter';
import { TurnList } from '@/features/reviews/ui/turn-list';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { AppealState } from '../domain/lifecycle';
import { appealMessages } from '../messages';
import type { AppealSummary } from '../queries';

const tones: Record<AppealState, Tone> = { open: 'warn', dismissed: 'neutral', granted: 'success' };

export function AppealTag({ state, locale }: { state: AppealState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{appealMessages(locale)[`state_${state}`]}</StatusTag>;
}

/** Shows the deadline for deciding an appeal, and whether an open appeal is overdue. */
export function Due(props: {
  appeal: Pick<AppealSummary, 'state' | 'dueAt'>;
  now: Date;
  locale: Locale;
}) {
  const { appeal, now, locale } = props;
  return (
    <>
      <ShortDeadline at={appeal.dueAt} locale={locale} />
      {appeal.state === 'open' && appeal.dueAt < now && (
        <strong className="text-danger"> {appealMessages(locale).overdue}</strong>
      )}
    </>
  );
}

/** Lists the city's appeals, the newest first. */
export function AppealList(props: {
  locale: Locale;
  search: ReadFilter<TurnFilter>;
  page: { rows: readonly AppealSummary[]; nextCursor: string | null; now: Date } | undefined;
  /** Whether the user decides on appeals. */
  decider: boolean;
}) {
  const { locale, search, page, decider } = props;
  const t = appealMessages(locale);
  return (
    <TurnList
      locale={locale}
      title={t.appeals}
      lead={t.appealsLead}
      path={localePath(locale, paths.city.appeals())}
      acts={decider}
      search={search}
      page={page}
      columns={[
        { key: 'reference', header: t.reference },
        { key: 'organisation', header: t.organisation, wrap: true },
        { key: 'case', header: t.case },
        { key: 'filed', header: t.filed },
        { key: 'due', header: t.due },
        { key: 'state', header: t.state },
      ]}
      rows={({ rows, now }) =>
        rows.map((row) => ({
          key: row.id,
          href: localePath(locale, paths.city.appeal(row.id)),
          cells: {
            reference: row.reference,
            organisation: organisationName(row.organisation, locale),
            case: row.caseReference,
            filed: <DateTime at={row.filedAt} locale={locale} />,
            due: <Due appeal={row} now={now} locale={locale} />,
            state: <AppealTag state={row.state} locale={locale} />,
          },
        }))
      }
      empty={<EmptyState title={t.none} body={t.noneBody} />}
    />
  );
}
