import { ButtonLink } from '@/components/ui/button-link';
import { Until } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table, type Row } from '@/components/ui/table';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import type { ClaimToCorrect } from '@/features/claims/queries';
import type { RedemptionSummary } from '@/features/redemptions/queries';
import type { VoucherSummary } from '@/features/vouchers/queries';
import { EndingSoon } from '@/features/vouchers/ui/own-vouchers';
import { VoucherTable } from '@/features/vouchers/ui/voucher-table';
import { formatDate, shanghaiDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { todosOf, type Todo } from '../domain/todos';
import { applicationMessages } from '../messages';
import type { ApplicationSummary } from '../queries';
import { signOffMessages } from '../sign-off-messages';
import { ActBy } from './act-by';
import { ApplicationStateTag } from './state-tag';

const none = '—';
/** The number of vouchers shown on the first page. The rest are on a linked page. */
const shown = 5;

type Work = {
  cases: readonly ApplicationSummary[];
  /** Redemptions that wait for the start-up's answer. */
  toAnswer: readonly RedemptionSummary[];
  vouchers: readonly VoucherSummary[];
  /** Claims that the city has sent back. */
  toCorrect: readonly ClaimToCorrect[];
  /** Whether the user may submit, answer redemptions and spend vouchers. */
  owner: boolean;
};

type Due = Todo<ApplicationSummary, RedemptionSummary, VoucherSummary, ClaimToCorrect>;

/** Returns what a user has to do on a case. */
function caseText(row: ApplicationSummary, locale: Locale): string {
  const t = applicationMessages(locale);
  if (row.signOff === 'open') return signOffMessages(locale).todo;
  if (row.signOff === 'returned') return signOffMessages(locale).todoReturned;
  return row.state === 'returned' ? t.makeCorrections : t.finishDraft;
}

/** Formats a thing to do as a row of the table: what to do, about what, by when, and where. */
function rowOf(todo: Due, locale: Locale): Row {
  const t = applicationMessages(locale);
  switch (todo.kind) {
    case 'answer': {
      const { id, reference, subsidyFen, vendor } = todo.row;
      const date = formatDate(shanghaiDate(todo.since), locale);
      return {
        key: id,
        href: localePath(locale, paths.startup.redemption(id)),
        cells: {
          what: t.answerRedemption({ reference, amount: formatFen(subsidyFen) }),
          about: organisationName(vendor, locale),
          deadline: <span className="whitespace-nowrap">{t.waitsSince({ date })}</span>,
        },
      };
    }
    case 'voucher': {
      const { id, availableFen, payout, programme } = todo.row;
      const amount = formatFen(availableFen);
      const claims = payout === 'claims';
      return {
        key: id,
        href: localePath(locale, claims ? paths.startup.voucher(id) : paths.startup.hold(id)),
        cells: {
          what: claims ? t.claimVoucher({ amount }) : t.useVoucher({ amount }),
          about: say(programme, locale),
          deadline: <Until at={todo.by} locale={locale} />,
        },
      };
    }
    case 'claim': {
      const { id, reference, programme } = todo.row;
      return {
        key: id,
        href: localePath(locale, paths.startup.claim(id)),
        cells: {
          what: t.correctClaim({ reference }),
          about: say(programme, locale),
          deadline: <Until at={todo.by} locale={locale} />,
        },
      };
    }
    case 'case': {
      const { id, signOff, state, title } = todo.row;
      return {
        key: id,
        href: localePath(
          locale,
          signOff === 'open' ? paths.startup.review(id) : paths.startup.application(id),
        ),
        cells: {
          what: caseText(todo.row, locale),
          about: say(title, locale),
          deadline: <ActBy state={state} at={todo.by} locale={locale} />,
        },
      };
    }
  }
}

/** Lists what the user can do now, the most urgent first. */
function Todos({ locale, owner, ...work }: Work & { locale: Locale }) {
  const t = applicationMessages(locale);
  return (
    <Section title={t.todos}>
      <Table
        caption={t.todos}
        columns={[
          { key: 'what', header: t.todo, wrap: true },
          { key: 'about', header: t.about, wrap: true },
          { key: 'deadline', header: t.deadline },
        ]}
        rows={todosOf(work, owner).map((todo) => rowOf(todo, locale))}
        empty={<EmptyState title={t.noTodosTitle} body={t.noTodosBody} />}
      />
    </Section>
  );
}

/** Shows the vouchers to spend. Shows nothing before the first voucher. */
function Vouchers({ vouchers, locale }: Pick<Work, 'vouchers'> & { locale: Locale }) {
  const t = applicationMessages(locale);
  if (vouchers.length === 0) return null;
  return (
    <Section
      title={t.vouchers}
      actions={
        <ButtonLink href={localePath(locale, paths.startup.vouchers())} variant="quiet" size="sm">
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
  const all = localePath(locale, paths.startup.applications());
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
          href: localePath(locale, paths.startup.application(row.id)),
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
                <ButtonLink href={localePath(locale, paths.startup.newApplication())}>
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

/** Shows a start-up's first page: what to do, which vouchers to spend, and which cases are running. */
export function Dashboard(props: Work & { locale: Locale; writes: boolean }) {
  const { cases, vouchers, locale, writes } = props;
  const t = applicationMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.dashboard}
        actions={
          writes && (
            <ButtonLink href={localePath(locale, paths.startup.newApplication())}>
              {t.newApplication}
            </ButtonLink>
          )
        }
      />
      <EndingSoon locale={locale} rows={vouchers} />
      {writes && <Todos {...props} />}
      <Vouchers vouchers={vouchers} locale={locale} />
      <Running cases={cases} locale={locale} writes={writes} />
    </PageBody>
  );
}
