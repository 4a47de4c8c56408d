import Link from 'next/link';
import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/money';
import { DateOnly } from '@/components/ui/date-time';
import { StatusTag } from '@/components/ui/status-tag';
import { localePath, type Locale } from '@/lib/locale';
import { formatOverview } from '@/lib/money';
import { ruleFen } from '../domain/sheet';
import { say } from '../domain/text';
import { highestRate } from '../guide-amounts';
import { programmeMessages } from '../messages';
import type { ProgrammeSummary } from '../queries';

function Reading({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="tabular text-lg font-semibold">{children}</dd>
    </div>
  );
}

function Limits({ programme, locale }: { programme: ProgrammeSummary; locale: Locale }) {
  const t = programmeMessages(locale);
  const { rules } = programme;
  const percent = highestRate(rules);
  const several = rules.rates.length > 1;
  const cap = rules.capPerContract ?? rules.capPerYear;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Reading term={t.rate}>{several ? t.upTo({ percent }) : t.exactly({ percent })}</Reading>
      {cap && (
        <Reading term={rules.capPerContract ? t.capContract : t.capYear}>
          <Amount fen={ruleFen(cap.yuan)} locale={locale} overview />
        </Reading>
      )}
    </dl>
  );
}

/** What is left of the pool, drawn; the figures stand beside it. */
function PoolGauge({ programme, locale }: { programme: ProgrammeSummary; locale: Locale }) {
  const { pool } = programme;
  if (!pool || pool.budgetFen <= 0n) return null;
  const t = programmeMessages(locale);
  const committed = Number((pool.committedFen * 10_000n) / pool.budgetFen) / 100;
  return (
    <div className="space-y-1.5 text-sm">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="text-muted">{t.left}</span>
        <span>
          <Amount fen={pool.leftFen} locale={locale} overview className="font-semibold" />{' '}
          <span className="text-muted">
            {t.ofBudget({ budget: formatOverview(pool.budgetFen, locale) })}
          </span>
        </span>
      </p>
      <div aria-hidden className="bg-chart-1/25 flex h-1.5 overflow-hidden rounded-full">
        <span className="bar-part bg-chart-6/60" style={{ width: `${committed}%` }} />
        <span className="bar-part bg-chart-1 grow" />
      </div>
    </div>
  );
}

function Deadline({ programme, locale }: { programme: ProgrammeSummary; locale: Locale }) {
  const t = programmeMessages(locale);
  const { round, nextRound, daysLeft } = programme;
  const at = round?.closesAt ?? nextRound?.opensAt;
  if (!at) return null;
  return (
    <p className="flex flex-wrap justify-between gap-x-3 text-sm">
      <span className="text-muted">{round ? t.closes : t.opens}</span>
      <span>
        <DateOnly on={at} locale={locale} />
        {daysLeft !== undefined && (
          <span className="text-muted"> · {t.daysLeft({ days: daysLeft })}</span>
        )}
      </span>
    </p>
  );
}

/** A programme at a glance: who, how much, what is left, until when. */
export function ProgrammeCard(props: { programme: ProgrammeSummary; locale: Locale }) {
  const { programme, locale } = props;
  const t = programmeMessages(locale);
  const city = locale === 'en' ? programme.city.en : programme.city.zh;
  return (
    <article className="border-line bg-surface flex flex-col rounded border">
      <div className="grow space-y-3 p-4 sm:p-5">
        <div className="flex items-start justify-between gap-3">
          <p className="text-muted text-sm">
            {city} · {t[programme.rules.kind]}
            <span className="block">{t[programme.rules.mode]}</span>
          </p>
          <StatusTag tone={programme.round ? 'success' : 'neutral'}>
            {programme.round ? t.open : t.closed}
          </StatusTag>
        </div>
        <h3 className="text-lg">
          <Link className="link" href={localePath(locale, `/programmes/${programme.slug}`)}>
            {say(programme.title, locale)}
          </Link>
        </h3>
        <p className="text-sm">{say(programme.summary, locale)}</p>
      </div>
      <div className="border-edge/60 space-y-4 border-t border-dashed p-4 sm:p-5">
        <Limits programme={programme} locale={locale} />
        <PoolGauge programme={programme} locale={locale} />
        <Deadline programme={programme} locale={locale} />
        <Link
          className="link inline-flex min-h-6 items-center font-semibold"
          href={localePath(locale, `/programmes/${programme.slug}/check`)}
        >
          {t.check}
          <span className="sr-only">: {say(programme.title, locale)}</span>
        </Link>
      </div>
    </article>
  );
}
