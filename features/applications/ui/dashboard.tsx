import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { say } from '@/features/programmes/domain/text';
import type { RedemptionSummary } from '@/features/redemptions/queries';
import type { VoucherSummary } from '@/features/vouchers/queries';
import { EndingSoon } from '@/features/vouchers/ui/own-vouchers';
import { VoucherTable } from '@/features/vouchers/ui/voucher-table';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { applicationMessages } from '../messages';
import type { ApplicationSummary } from '../queries';
import { signOffMessages } from '../sign-off-messages';
import { ApplicationStateTag } from './state-tag';
import { casePath } from './task-page';

const none = '—';
/** Vouchers on the first page; the rest are a link away. */
const shown = 5;

type Work = {
  cases: readonly ApplicationSummary[];
  /** Redemptions that wait for the start-up's word. */
  toAnswer: readonly RedemptionSummary[];
  vouchers: readonly VoucherSummary[];
  /** Whether the reader may submit. */
  owner: boolean;
};

/** What the case waits for, from this reader. */
function todoText(row: ApplicationSummary, owner: boolean, locale: Locale): string {
  const t = applicationMessages(locale);
  const s = signOffMessages(locale);
  if (row.signOff === 'open') return owner ? s.todo : s.listWaiting;
  if (row.signOff === 'returned') return s.todoReturned;
  return row.state === 'returned' ? t.makeCorrections : t.finishDraft;
}

/** What the start-up must do: what a vendor waits for first, then the most urgent case. */
function Todos(props: Omit<Work, 'vouchers'> & { locale: Locale }) {
  const { cases, toAnswer, owner, locale } = props;
  const t = applicationMessages(locale);
  const answers = toAnswer.map((row) => ({
    key: row.id,
    href: localePath(locale, `/startup/redemptions/${row.id}`),
    cells: {
      what: t.answerRedemption({ reference: row.reference, amount: formatFen(row.subsidyFen) }),
      about: row.vendorName,
      deadline: none,
    },
  }));
  const drafts = cases.map((row) => ({
    key: row.id,
    href: casePath(locale, row.id, row.signOff === 'open' && owner ? '/review' : ''),
    cells: {
      what: todoText(row, owner, locale),
      about: say(row.title, locale),
      deadline: row.actBy && <ShortDeadline at={row.actBy} locale={locale} />,
    },
  }));
  return (
    <Section title={t.todos}>
      <Table
        caption={t.todos}
        columns={[
          { key: 'what', header: t.todo, wrap: true },
          { key: 'about', header: t.about, wrap: true },
          { key: 'deadline', header: t.deadline },
        ]}
        rows={[...answers, ...drafts]}
        empty={<EmptyState title={t.noTodosTitle} body={t.noTodosBody} />}
      />
    </Section>
  );
}

/** What there is to spend; nothing before the first voucher. */
function Vouchers({ vouchers, locale }: Pick<Work, 'vouchers'> & { locale: Locale }) {
  const t = applicationMessages(locale);
  if (vouchers.length === 0) return null;
  return (
    <Section
      title={t.vouchers}
      actions={
        <ButtonLink href={localePath(locale, '/startup/vouchers')} variant="quiet" size="sm">
          {t.allVouchers}
        </ButtonLink>
      }
    >
      <VoucherTable locale={locale} rows={vouchers.slice(0, shown)} to="startup" empty={null} />
    </Section>
  );
}

function Running(props: { cases: readonly ApplicationSummary[]; locale: Locale; writes: boolean }) {
  const { cases, locale, writes } = props;
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
            due: row.dueAt ? <ShortDeadline at={row.dueAt} locale={locale} /> : none,
            amount: row.amountFen === null ? none : <Amount fen={row.amountFen} locale={locale} />,
          },
        }))}
        empty={
          <EmptyState
            title={t.noRunningTitle}
            body={t.noRunningBody}
            action={
              writes && (
                <ButtonLink href={localePath(locale, '/startup/applications/new')}>
                  {t.newApplication}
                </ButtonLink>
              )
            }
          />
        }
      />
    </Section>
  );
}

/** A start-up's first page: what to do, what there is to spend, and what is under way. */
export function Dashboard(props: Work & { locale: Locale; writes: boolean }) {
  const { cases, toAnswer, vouchers, owner, locale, writes } = props;
  const t = applicationMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.dashboard}
        actions={
          writes && (
            <ButtonLink href={localePath(locale, '/startup/applications/new')}>
              {t.newApplication}
            </ButtonLink>
          )
        }
      />
      <EndingSoon locale={locale} rows={vouchers} />
      {writes && (
        <Todos
          cases={cases.filter((row) => row.actBy !== null)}
          toAnswer={toAnswer}
          owner={owner}
          locale={locale}
        />
      )}
      <Vouchers vouchers={vouchers} locale={locale} />
      <Running cases={cases} locale={locale} writes={writes} />
    </PageBody>
  );
}
