import { Link } from '@/components/ui/link';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { localePath, type Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { Desk, Figures } from '../desk-queries';
import type { Waiting } from '../waiting-queries';
import { soonWorkingDays } from '../domain/service-clock';
import { deskMessages } from '../messages';
import { CaseTable } from './case-table';
import { NothingWaiting } from './turn-list';

/** Links of each kind of work. A list with the work of several people is filtered to what the number counts. */
const lists: Record<Exclude<Waiting['kind'], 'caps' | 'samples' | 'credits'>, string> = {
  organisations: paths.city.organisations(),
  toAssign: paths.city.cases({ stage: 'submitted', who: 'unassigned' }),
  toTake: paths.city.cases({ stage: 'submitted', turn: 'mine' }),
  myCases: paths.city.cases({ stage: 'accepted', turn: 'mine' }),
  toDecide: paths.city.cases({ stage: 'first_passed', turn: 'mine' }),
  toPublish: paths.city.notices(),
  toResolve: paths.city.objections({ turn: 'mine' }),
  toDecideAppeals: paths.city.appeals({ turn: 'mine' }),
  bans: paths.city.bans(),
  mandates: paths.city.mandates(),
  pauses: paths.city.pauses(),
  versions: paths.city.programmes(),
  toPropose: paths.city.issues(),
  toShare: paths.city.shares(),
  shareOuts: paths.city.shares(),
  toRelease: `${paths.city.issues()}#release`,
  awardLists: paths.city.awards(),
  toVerify: paths.city.redemptions({ state: 'confirmed' }),
  disputed: paths.city.redemptions({ state: 'disputed' }),
  claims: paths.city.claims({ state: 'submitted' }),
  recoveries: paths.city.recoveries({ state: 'proposed' }),
  batches: paths.city.settlements(),
  budgetChanges: `${paths.city.budgets()}#changes`,
  voucherChanges: paths.city.voucherChanges({ state: 'proposed' }),
};

/** Returns where work of a kind is done: on its list, or, where it has none, on the page of its oldest item. */
function placeOf({ kind, first = '' }: Waiting): string {
  if (kind === 'caps') return paths.city.case(first);
  if (kind === 'samples') return paths.city.sample(first);
  if (kind === 'credits') return paths.city.recovery(first);
  return lists[kind];
}

/** Shows when the first item of a kind is due, or since when it waits if it has no deadline. */
function Term({ waiting, locale }: { waiting: Waiting; locale: Locale }) {
  const t = deskMessages(locale);
  const { due, since } = waiting;
  if (!due) {
    return since ? (
      <>
        {t.waitingSince} <DateTime at={since} locale={locale} />
      </>
    ) : null;
  }
  const left = due.daysLeft > 0 ? t.daysLeft({ days: due.daysLeft }) : t.lastDay;
  const pressing = due.overdue || due.daysLeft <= soonWorkingDays;
  return (
    <>
      {t.dueFrom} <ShortDeadline at={due.at} locale={locale} />{' '}
      {pressing ? (
        <StatusTag tone={due.overdue ? 'danger' : 'warn'}>
          {due.overdue ? t.overdue : left}
        </StatusTag>
      ) : (
        <>· {left}</>
      )}
    </>
  );
}

function WaitingList({ waiting, locale }: { waiting: readonly Waiting[]; locale: Locale }) {
  const t = deskMessages(locale);
  return (
    <ul className="border-line bg-surface divide-line divide-y rounded border">
      {waiting.map((one) => (
        <li key={one.kind}>
          <Link
            href={localePath(locale, placeOf(one))}
            className="hover:bg-neutral-bg/60 flex min-h-13 items-center gap-4 px-4 py-2"
          >
            <span className="tabular min-w-8 text-right text-xl font-semibold">{one.n}</span>
            <span className="min-w-0 grow">
              {t[one.kind]}
              <span className="text-muted block text-sm">
                <Term waiting={one} locale={locale} />
              </span>
            </span>
            <ChevronRight aria-hidden className="text-muted size-5 shrink-0" strokeWidth={1.75} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Numbers({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = deskMessages(locale);
  const { cases, money, people, proven } = figures;
  const item = (term: string, href: string, value: ReactNode) => ({
    term: (
      <Link className="link" href={localePath(locale, href)}>
        {term}
      </Link>
    ),
    value: <span className="tabular font-semibold">{value}</span>,
  });
  const amount = (fen: Fen) => <Amount fen={fen} locale={locale} overview />;
  return (
    <Section title={t.numbers}>
      <DescriptionList
        items={[
          ...(cases
            ? [
                item(t.open, paths.city.cases(), cases.open),
                item(t.soon, paths.city.cases({ due: 'soon' }), cases.soon),
                item(t.overdue, paths.city.cases({ due: 'overdue' }), cases.overdue),
              ]
            : []),
          ...(money
            ? [
                item(t.budget, paths.city.budgets(), amount(money.budgetFen)),
                item(t.committed, paths.city.budgets(), amount(money.committedFen)),
                item(t.promised, paths.city.budgets(), amount(money.promisedFen)),
                item(t.left, paths.city.budgets(), amount(money.leftFen)),
              ]
            : []),
          ...(people
            ? [
                item(t.officials, paths.city.people(), people.officials),
                item(t.invited, paths.city.people(), people.invited),
              ]
            : []),
          ...(proven === undefined
            ? []
            : [
                item(
                  t.books,
                  paths.city.proof(),
                  <StatusTag tone={proven ? 'success' : 'danger'}>
                    {proven ? t.proven : t.broken}
                  </StatusTag>,
                ),
              ]),
        ]}
      />
    </Section>
  );
}

/** Shows the desk of an official: what waits, what is due first, and the figures of the city. */
export function DeskPage(props: {
  locale: Locale;
  desk: Desk;
  city: string;
  /** Warnings for every reader of the city. */
  alerts: ReactNode;
}) {
  const { locale, desk, city, alerts } = props;
  const t = deskMessages(locale);
  const waiting = desk.waiting.filter(({ n }) => n > 0);
  return (
    <PageBody>
      <PageHeader eyebrow={city} title={t.home} />
      {alerts}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        {desk.waiting.length > 0 && (
          <Section title={t.waiting}>
            {waiting.length > 0 ? (
              <WaitingList waiting={waiting} locale={locale} />
            ) : (
              <NothingWaiting locale={locale} />
            )}
          </Section>
        )}
        <Numbers figures={desk.figures} locale={locale} />
      </div>
      {desk.urgent.length > 0 && (
        <Section title={t.dueFirst}>
          <CaseTable locale={locale} caption={t.dueFirst} rows={desk.urgent} empty={null} />
        </Section>
      )}
    </PageBody>
  );
}
