import { Flash } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { ChangePage } from '../change-queries';
import { outlookRows, type OutlookRow } from '../domain/outlook';
import type { Outlook } from '../forecast-queries';
import { budgetDoneText, budgetMessages, changeMessages, outlookMessages } from '../messages';
import { alertsOf, type ProgrammeBudget } from '../queries';
import type { BudgetLinks } from '../part-links';
import { BudgetAlerts } from './alerts';
import { BudgetBar } from './budget-bar';
import { BudgetTable } from './budget-table';
import { ChangeCard, DecidedChanges, ProposeForm } from './changes';
import { BurnDownChart } from './chart';
import { ForecastText } from './forecast';

/** Shows the table from which the chart is drawn. */
function Rows({ rows, locale }: { rows: readonly OutlookRow[]; locale: Locale }) {
  const t = outlookMessages(locale);
  return (
    <Table
      caption={t.burnDown}
      density="compact"
      columns={[
        { key: 'on', header: t.day },
        { key: 'issued', header: t.issuedIn, align: 'right' },
        { key: 'returned', header: t.returnedIn, align: 'right' },
        { key: 'budget', header: t.budget, align: 'right' },
        { key: 'committed', header: t.committed, align: 'right' },
        { key: 'left', header: t.left, align: 'right' },
      ]}
      rows={rows.map((row) => ({
        key: `${row.kind}-${row.on}`,
        cells: {
          on: (
            <>
              <DateOnly on={row.on} locale={locale} />
              {row.kind !== 'month' && (
                <span className="text-muted ml-2 whitespace-normal">{t[row.kind]}</span>
              )}
            </>
          ),
          issued: row.moved && row.kind !== 'opening' && (
            <Amount fen={row.moved.issuedFen} locale={locale} />
          ),
          returned: row.moved && row.kind !== 'opening' && (
            <Amount fen={row.moved.returnedFen} locale={locale} />
          ),
          budget: <Amount fen={row.budgetFen} locale={locale} />,
          committed: <Amount fen={row.committedFen} locale={locale} />,
          left: <Amount fen={row.leftFen} locale={locale} />,
        },
      }))}
      empty={null}
    />
  );
}

type Changes = {
  changes: { open: ChangePage; decided: ChangePage };
  cursor: string | undefined;
  mayPropose: boolean;
  mayRelease: boolean;
};

function ChangesSection(props: Changes & { budget: ProgrammeBudget; locale: Locale }) {
  const { changes, cursor, budget, locale, mayPropose, mayRelease } = props;
  const t = changeMessages(locale);
  return (
    <Section id="changes" title={t.changes} lead={t.lead}>
      {changes.open.rows.map((change) => (
        <ChangeCard key={change.id} change={change} locale={locale} mayRelease={mayRelease} />
      ))}
      {mayPropose && <ProposeForm budget={budget} open={changes.open.rows} locale={locale} />}
      <DecidedChanges rows={changes.decided.rows} locale={locale} />
      <Pager
        locale={locale}
        path={localePath(locale, paths.city.budget(budget.id))}
        cursor={cursor}
        nextCursor={changes.decided.nextCursor}
        anchor="changes"
      />
    </Section>
  );
}

/** Shows one programme's budget: its figures, how it is used up, how that is expected to continue, and its changes. */
export function OutlookPage(
  props: Changes & {
    locale: Locale;
    outlook: Outlook;
    opens: BudgetLinks;
    done: string | undefined;
  },
) {
  const { locale, outlook, opens, done } = props;
  const { budget, points, forecast } = outlook;
  const b = budgetMessages(locale);
  const t = outlookMessages(locale);
  const rows = outlookRows(points, forecast, budget.budgetFen);
  return (
    <PageBody>
      <PageHeader
        title={say(budget.title, locale)}
        eyebrow={
          <>
            {b.asOf} <DateTime at={outlook.asOf} locale={locale} />
          </>
        }
        back={{ href: localePath(locale, paths.city.budgets()), label: b.title }}
      />
      <Flash text={budgetDoneText(locale, done)} />
      <BudgetAlerts locale={locale} alerts={alertsOf([budget])} />
      <Section title={t.where}>
        <BudgetBar locale={locale} amounts={budget} opens={opens} />
        {outlook.inAdvanceFen > 0n && (
          <p className="text-muted measure">
            {t.inAdvance({ amount: formatFen(outlook.inAdvanceFen) })}
          </p>
        )}
        {budget.subPools.length > 0 && (
          <>
            <h3 className="pt-2 text-lg">{b.wholeAndParts}</h3>
            <p className="text-muted measure">{b.partsLead}</p>
            <BudgetTable locale={locale} rows={[budget]} />
          </>
        )}
      </Section>
      <Section title={t.burnDown} lead={t.burnDownLead}>
        <BurnDownChart rows={rows} locale={locale} />
        <Rows rows={rows} locale={locale} />
      </Section>
      <Section title={t.forecast}>
        <ForecastText outlook={outlook} locale={locale} />
      </Section>
      <ChangesSection {...props} budget={budget} />
    </PageBody>
  );
}
