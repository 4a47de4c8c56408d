import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { applicationMessages, stateNotes } from '../messages';
import type { ApplicationSummary } from '../queries';
import { signOffMessages } from '../sign-off-messages';
import { ActBy } from './act-by';
import { ApplicationStateTag } from './state-tag';

const none = '—';

/** Shows the next deadline, and whose turn it is until then. */
function Deadline({ of, locale, now }: { of: ApplicationSummary; locale: Locale; now: Date }) {
  const t = applicationMessages(locale);
  const running = ['submitted', 'accepted', 'first_passed'].includes(of.state);
  const [label, on] = of.actBy
    ? [t.actUntil, of.actBy]
    : running && of.dueAt
      ? [t.due, of.dueAt]
      : of.appealBy && of.appealBy >= now
        ? [t.appealUntil, of.appealBy]
        : ['', null];
  if (!on) return none;
  return (
    <>
      <span className="text-muted block text-sm">{words(label)}</span>
      <ActBy state={of.state} at={on} locale={locale} />
    </>
  );
}

/** Shows in a sentence what happens next. */
function NextStep({ of, locale }: { of: ApplicationSummary; locale: Locale }) {
  const t = signOffMessages(locale);
  if (of.signOff === 'open') return t.listWaiting;
  if (of.signOff === 'returned') return t.todoReturned;
  return stateNotes(locale)[of.state];
}

/** Shows every case of the organisation, the newest first. */
export function ApplicationList(props: {
  locale: Locale;
  page: { rows: readonly ApplicationSummary[]; nextCursor: string | null; now: Date };
  cursor: string | undefined;
  /** Whether the user may start an application. */
  writes: boolean;
}) {
  const { locale, page, cursor, writes } = props;
  const t = applicationMessages(locale);
  const here = localePath(locale, paths.startup.applications());
  const start = writes && (
    <ButtonLink href={localePath(locale, paths.startup.newApplication())}>
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
          { key: 'next', header: t.next, wrap: true },
          { key: 'deadline', header: t.byWhen },
          { key: 'amount', header: t.amount, align: 'right' },
        ]}
        rows={page.rows.map((row) => ({
          key: row.id,
          href: localePath(locale, paths.startup.application(row.id)),
          cells: {
            programme: say(row.title, locale),
            state: <ApplicationStateTag state={row.state} locale={locale} />,
            reference: row.reference ?? none,
            next: <NextStep of={row} locale={locale} />,
            deadline: <Deadline of={row} locale={locale} now={page.now} />,
            amount: row.amountFen === null ? none : <Amount fen={row.amountFen} locale={locale} />,
          },
        }))}
        empty={<EmptyState title={t.noneTitle} body={t.noneBody} action={start} />}
      />
      <Pager locale={locale} path={here} cursor={cursor} nextCursor={page.nextCursor} />
    </PageBody>
  );
}
