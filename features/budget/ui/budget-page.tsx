import { DateTime } from '@/components/ui/date-time';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { buttonClass } from '@/components/ui/button';
import { Pager } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import type { ChangePage } from '../change-queries';
import { budgetMessages, changeMessages } from '../messages';
import { alertsOf, type BudgetPage } from '../queries';
import { BudgetAlerts } from './alerts';
import { BudgetTable } from './budget-table';
import { ChangeCard } from './changes';

/** The city's budgets: what warns, what waits for a release, and where all the money is. */
export function BudgetOverview(props: {
  locale: Locale;
  page: BudgetPage;
  cursor: string | undefined;
  open: ChangePage;
  openCursor: string | undefined;
  mayRelease: boolean;
  idempotencyKey: string;
}) {
  const { locale, page, cursor, open, openCursor, mayRelease, idempotencyKey } = props;
  const t = budgetMessages(locale);
  const several = page.rows.length > 1 || page.nextCursor !== null || cursor !== undefined;
  const path = localePath(locale, '/city/budget');
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
          <a href={`/api/budget?locale=${locale}`} className={buttonClass('secondary', 'sm')}>
            {t.file}
          </a>
        }
      />
      <BudgetAlerts locale={locale} alerts={alertsOf(page.rows)} linked />
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
            <ChangeCard
              key={change.id}
              change={change}
              locale={locale}
              mayRelease={mayRelease}
              idempotencyKey={idempotencyKey}
            />
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
