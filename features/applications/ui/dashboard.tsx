import { ButtonLink } from '@/components/ui/button';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { say } from '@/features/programmes/domain/text';
import { localePath, type Locale } from '@/lib/locale';
import { applicationMessages } from '../messages';
import type { ApplicationSummary } from '../queries';
import { ApplicationStateTag } from './state-tag';
import { casePath } from './task-page';

const none = '—';

/** What the applicant must do, the most urgent first. */
function Todos({ cases, locale }: { cases: readonly ApplicationSummary[]; locale: Locale }) {
  const t = applicationMessages(locale);
  return (
    <Section title={t.todos}>
      <Table
        caption={t.todos}
        columns={[
          { key: 'what', header: t.todo, wrap: true },
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'deadline', header: t.deadline },
        ]}
        rows={cases.map((row) => ({
          key: row.id,
          href: casePath(locale, row.id),
          cells: {
            what: row.state === 'returned' ? t.makeCorrections : t.finishDraft,
            programme: say(row.title, locale),
            deadline: row.actBy && <DateTime at={row.actBy} locale={locale} />,
          },
        }))}
        empty={<EmptyState title={t.noTodosTitle} body={t.noTodosBody} />}
      />
    </Section>
  );
}

function Running({ cases, locale }: { cases: readonly ApplicationSummary[]; locale: Locale }) {
  const t = applicationMessages(locale);
  const all = localePath(locale, '/startup/applications');
  return (
    <Section
      title={t.runningCases}
      actions={
        <ButtonLink href={all} variant="quiet" size="sm">
          {t.allApplications}
        </ButtonLink>
      }
    >
      <Table
        caption={t.runningCases}
        columns={[
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'state', header: t.state },
          { key: 'reference', header: t.reference },
          { key: 'due', header: t.due },
          { key: 'amount', header: t.amount, align: 'right' },
        ]}
        rows={cases.map((row) => ({
          key: row.id,
          href: casePath(locale, row.id),
          cells: {
            programme: say(row.title, locale),
            state: <ApplicationStateTag state={row.state} locale={locale} />,
            reference: row.reference ?? none,
            due: row.dueAt ? <DateOnly on={row.dueAt} locale={locale} /> : none,
            amount: row.amountFen === null ? none : <Amount fen={row.amountFen} locale={locale} />,
          },
        }))}
        empty={
          <EmptyState
            title={t.noRunningTitle}
            body={t.noRunningBody}
            action={
              <ButtonLink href={localePath(locale, '/startup/applications/new')}>
                {t.newApplication}
              </ButtonLink>
            }
          />
        }
      />
    </Section>
  );
}

/** A start-up's first page: what to do, and what is under way. */
export function Dashboard({
  cases,
  locale,
}: {
  cases: readonly ApplicationSummary[];
  locale: Locale;
}) {
  const t = applicationMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.dashboard}
        actions={
          <ButtonLink href={localePath(locale, '/startup/applications/new')}>
            {t.newApplication}
          </ButtonLink>
        }
      />
      <Todos cases={cases.filter((row) => row.actBy !== null)} locale={locale} />
      <Running cases={cases} locale={locale} />
    </PageBody>
  );
}
