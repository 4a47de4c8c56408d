import { ButtonLink } from '@/components/ui/button';
import { DateOnly } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { say } from '@/features/programmes/domain/text';
import { localePath, type Locale } from '@/lib/locale';
import { applicationMessages } from '../messages';
import type { ApplicationSummary } from '../queries';
import { ApplicationStateTag } from './state-tag';

const none = '—';

function Deadline({ of, locale }: { of: ApplicationSummary; locale: Locale }) {
  const t = applicationMessages(locale);
  if (of.actBy) return <DateOnly on={of.actBy} locale={locale} />;
  const running = ['submitted', 'accepted', 'first_passed'].includes(of.state);
  if (!running || !of.dueAt) return none;
  return (
    <>
      <span className="text-muted">{t.due}</span> <DateOnly on={of.dueAt} locale={locale} />
    </>
  );
}

/** Every case of the organisation, the newest first. */
export function ApplicationList(props: {
  locale: Locale;
  page: { rows: readonly ApplicationSummary[]; nextCursor: string | null };
  cursor: string | undefined;
  /** Whether the reader may begin one. */
  writes: boolean;
}) {
  const { locale, page, cursor, writes } = props;
  const t = applicationMessages(locale);
  const here = localePath(locale, '/startup/applications');
  const start = writes && (
    <ButtonLink href={localePath(locale, '/startup/applications/new')}>
      {t.newApplication}
    </ButtonLink>
  );
  return (
    <PageBody>
      <PageHeader title={t.applications} lead={t.applicationsLead} actions={start} />
      <Table
        caption={t.applications}
        columns={[
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'state', header: t.state },
          { key: 'reference', header: t.reference },
          { key: 'deadline', header: t.deadline },
          { key: 'amount', header: t.amount, align: 'right' },
        ]}
        rows={page.rows.map((row) => ({
          key: row.id,
          href: `${here}/${row.id}`,
          cells: {
            programme: say(row.title, locale),
            state: <ApplicationStateTag state={row.state} locale={locale} />,
            reference: row.reference ?? none,
            deadline: <Deadline of={row} locale={locale} />,
            amount: row.amountFen === null ? none : <Amount fen={row.amountFen} locale={locale} />,
          },
        }))}
        empty={<EmptyState title={t.noneTitle} body={t.noneBody} action={start} />}
      />
      <Pager locale={locale} path={here} cursor={cursor} nextCursor={page.nextCursor} />
    </PageBody>
  );
}
