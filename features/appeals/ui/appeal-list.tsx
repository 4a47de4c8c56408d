import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { localePath, type Locale } from '@/lib/locale';
import type { AppealState } from '../domain/lifecycle';
import { appealMessages } from '../messages';
import type { AppealSummary } from '../queries';

const tones: Record<AppealState, Tone> = { open: 'warn', dismissed: 'neutral', granted: 'success' };

export function AppealTag({ state, locale }: { state: AppealState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{appealMessages(locale)[`state_${state}`]}</StatusTag>;
}

/** By when an appeal must be decided, while it is not. */
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

/** The city's appeals, the newest first. */
export function AppealList(props: {
  locale: Locale;
  page: { rows: readonly AppealSummary[]; nextCursor: string | null; now: Date };
  cursor: string | undefined;
}) {
  const { locale, page, cursor } = props;
  const t = appealMessages(locale);
  const path = localePath(locale, '/city/appeals');
  return (
    <PageBody>
      <PageHeader title={t.appeals} lead={t.appealsLead} />
      <div>
        <Table
          caption={t.appeals}
          columns={[
            { key: 'reference', header: t.reference },
            { key: 'organisation', header: t.organisation, wrap: true },
            { key: 'case', header: t.case },
            { key: 'filed', header: t.filed },
            { key: 'due', header: t.due },
            { key: 'state', header: t.state },
          ]}
          rows={page.rows.map((row) => ({
            key: row.id,
            href: `${path}/${row.id}`,
            cells: {
              reference: row.reference,
              organisation: row.organisation,
              case: row.caseReference,
              filed: <DateTime at={row.filedAt} locale={locale} />,
              due: <Due appeal={row} now={page.now} locale={locale} />,
              state: <AppealTag state={row.state} locale={locale} />,
            },
          }))}
          empty={<EmptyState title={t.none} body={t.noneBody} />}
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={page.nextCursor} />
      </div>
    </PageBody>
  );
}
