import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fen, formatFen, type Fen } from '@/lib/money';
import { shareTexts } from '@/lib/shares';
import { formatPercent, rational } from '@/lib/rational';
import type { Forecast } from '../domain/forecast';
import type { Outlook } from '../forecast-queries';
import { outlookMessages } from '../messages';

type Known = { forecast: Forecast; outlook: Outlook; locale: Locale };

/** Shows the forecast in one sentence. */
function Verdict({ forecast, outlook, locale }: Known) {
  const t = outlookMessages(locale);
  const { runsOutOn, shortFen, totalFen, until, spokenForFen } = forecast;
  const { budgetFen } = outlook.budget;
  if (runsOutOn === null) {
    const amount = formatFen(fen(budgetFen - totalFen));
    return <Callout tone="success" title={t.lasts({ on: formatDate(until, locale), amount })} />;
  }
  const amount = formatFen(shortFen);
  return (
    <Callout
      tone="warn"
      title={
        spokenForFen >= budgetFen
          ? t.runsOutToday({ amount })
          : t.runsOutOn({ on: formatDate(runsOutOn, locale), amount })
      }
    />
  );
}

function Worked({ fen: amount, how, locale }: { fen: Fen; how?: ReactNode; locale: Locale }) {
  return (
    <>
      <Amount fen={amount} locale={locale} className="font-semibold" />
      {how && <span className="text-muted block text-sm">{how}</span>}
    </>
  );
}

/** Shows how the forecast was computed, number by number. */
function Method({ forecast, outlook, locale }: Known) {
  const t = outlookMessages(locale);
  const { cases, budget } = outlook;
  const { pace, share, workingDaysLeft, until } = forecast;
  const pending = formatFen(cases.pendingFen);
  const tenths = rational((share.numerator * 1000n) / share.denominator, 1000n);
  const items = [
    { term: t.committedNow, fen: budget.committedFen },
    { term: t.promisedNow, fen: budget.promisedFen },
    {
      term: t.pendingNow,
      fen: forecast.expectedPendingFen,
      how:
        cases.decided === 0
          ? t.pendingAll({ amount: pending })
          : t.pendingHow({ ...cases, amount: pending, share: formatPercent(tenths) }),
    },
    {
      term: t.byPace,
      fen: forecast.byPaceFen,
      how: t.byPaceHow({
        issued: formatFen(pace.issuedFen),
        from: formatDate(pace.from, locale),
        days: pace.workingDays,
        perDay: formatFen(pace.perDayFen),
        left: workingDaysLeft,
        until: formatDate(until, locale),
      }),
    },
    {
      term: t.totalNow,
      fen: forecast.totalFen,
      how: t.ofBudget({
        amount: formatFen(budget.budgetFen),
        share: shareTexts([forecast.totalFen], budget.budgetFen)?.[0] ?? '0%',
      }),
    },
  ];
  return (
    <DescriptionList
      items={items.map(({ term, ...worked }) => ({
        term,
        value: <Worked {...worked} locale={locale} />,
      }))}
    />
  );
}

/** Shows what is expected of a budget, and why. */
export function ForecastText({ outlook, locale }: { outlook: Outlook; locale: Locale }) {
  const t = outlookMessages(locale);
  const { forecast, round } = outlook;
  if (!forecast) return <p className="text-muted">{round ? t.noCalendar : t.noRound}</p>;
  return (
    <>
      <Verdict forecast={forecast} outlook={outlook} locale={locale} />
      <h3 className="pt-2 text-lg">{t.method}</h3>
      <Method forecast={forecast} outlook={outlook} locale={locale} />
      <p className="text-muted measure text-sm">{t.methodNote}</p>
    </>
  );
}
