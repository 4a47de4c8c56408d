import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Figure, PageBody, PageHeader, Section } from '@/components/ui/page';
import { buttonClass } from '@/components/ui/button-class';
import { Pager } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { ChangePage } from '../change-queries';
import { committedShare, shareOf } from '../domain/parts';
import { budgetMessages, changeMessages } from '../messages';
import { alertsOf, type BudgetPage, type BudgetTotals } from '../queries';
import type { BudgetLinks } from '../part-links';
import { BudgetAlerts } from './alerts';
import { BudgetBar } from './budget-bar';
import { BudgetTable } from './budget-table';
import { ChangeCard } from './changes';

/** Shows the city's figures at a glance. The table has the exact amounts. */
function Totals({ totals, locale }: { totals: BudgetTotals; locale: Locale }) {
  const t = budgetMessages(locale);
  const figure = (label: string, amount: Fen, note?: string) => (
    <Figure label={label} value={<Amount fen={amount} locale={locale} overview />} note={note} />
  );
  const { budgetFen, committedFen, promisedFen, leftFen, paid } = totals;
  return (
    <div className="tiles [--least:14rem] [--most:5]">
      {figure(t.budgetFen, budgetFen)}
      {figure(t.committedFen, committedFen, committedShare(totals))}
      {figure(t.promisedFen, promisedFen, shareOf(totals, 'promised'))}
      {figure(t.paid, paid, shareOf(totals, 'paid'))}
      {figure(t.leftFen, leftFen, shareOf(totals, 'left'))}
    </div>
  );
}

/** Shows the city's budgets: the warnings, the changes that wait for a release, and the table of all pools. */
export function BudgetOverview(props: {
  locale: Locale;
  page: BudgetPage;
  cursor: string | undefined;
  open: ChangePage;
  openCursor: string | undefined;
  mayRelease: boolean;
  opens: BudgetLinks;
}) {
  const { locale, page, cursor, open, openCursor, mayRelease, opens } = props;
  const t = budgetMessages(locale);
  const several = page.rows.length > 1 || page.nextCursor !== null || cursor !== undefined;
  const path = localePath(locale, paths.city.budgets());
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        eyebrow={
          <>
            {t.asOf} <DateTime at={page.asOf} locale={locale} />
          </>
        }
        actions={
          <a href={paths.api.budget({ locale })} className={buttonClass('secondary', 'sm')}>
            {t.file}
          </a>
        }
      />
      <BudgetAlerts locale={locale} alerts={alertsOf(page.rows)} linked />
      <Totals totals={page.totals} locale={locale} />
      <BudgetBar locale={locale} amounts={page.totals} opens={opens} />
      <div className="space-y-4">
        <BudgetTable
          locale={locale}
          rows={page.rows}
          totals={several ? page.totals : undefined}
          linked
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={page.nextCursor} />
      </div>
      {(open.rows.length > 0 || openCursor) && (
        <Section id="changes" title={changeMessages(locale).open}>
          {open.rows.map((change) => (
            <ChangeCard key={change.id} change={change} locale={locale} mayRelease={mayRelease} />
          ))}
          <Pager
            locale={locale}
            path={path}
            cursor={openCursor}
            nextCursor={open.nextCursor}
            name="changes"
            anchor="changes"
          />
        </Section>
      )}
    </PageBody>
  );
}
