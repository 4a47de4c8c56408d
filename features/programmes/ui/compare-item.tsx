import Link from 'next/link';
import type { ReactNode } from 'react';
import { addressOf } from '@/lib/address';
import { formatFrom, formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatOverview } from '@/lib/money';
import { formatAmount } from '../amount';
import { refusalText, remedyText, stepText } from '../assessment-messages';
import { carriedAnswers, type ProfileAnswers } from '../compare-input';
import { compareMessages } from '../compare-messages';
import type { Compared } from '../compare-queries';
import { assumptionText, helpText } from '../compare-text';
import type { No, Yes } from '../domain/compare';
import type { Assumption } from '../domain/profile';
import { say } from '../domain/text';
import { clauseText, programmeMessages } from '../messages';
import { AssessmentSteps } from './assessment';
import { PartlyTag, RoundTag } from './programme-readings';

type Common = { locale: Locale; answers: ProfileAnswers };
type Found = { programme: Compared; direction?: string | undefined };

function Head({ found, locale }: Common & { found: Yes<Compared> | No<Compared> }) {
  const { programme, facts } = found;
  const p = programmeMessages(locale);
  const city = locale === 'en' ? programme.city.en : programme.city.zh;
  const { rules } = programme;
  return (
    <div className="space-y-0.5">
      <p className="text-muted flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <span>
          {city} · {p[rules.kind]} · {p[rules.mode]}
        </span>
        <RoundTag round={programme.closesAt} nextRound={programme.opensAt} locale={locale} />
        <PartlyTag rules={rules} on={facts.on} locale={locale} />
      </p>
      <h3 className="text-lg">
        <Link className="link" href={localePath(locale, `/programmes/${programme.slug}`)}>
          {say(programme.title, locale)}
        </Link>
      </h3>
    </div>
  );
}

/** How the amount comes about in one line: rate, first limit, deadline, pool. */
function Line({ found, locale }: { found: Yes<Compared>; locale: Locale }) {
  const t = compareMessages(locale);
  const { programme, steps, limit, direction } = found;
  const { rules, closesAt, opensAt, leftFen } = programme;
  const percent = steps.find(({ code }) => code === 'rate')?.values.percent;
  const title = rules.directions?.find(({ id }) => id === direction)?.title;
  const money = rules.unit === undefined || rules.unit === 'yuan';
  const left =
    leftFen &&
    (money ? formatOverview(leftFen, locale) : formatAmount(leftFen, rules.unit, locale));
  const parts = [
    percent === undefined ? undefined : t.rate({ percent: String(percent) }),
    title && t.direction({ title: say(title, locale) }),
    limit && stepText(locale, limit, rules.unit),
    found.queued ? t.queued : undefined,
    closesAt && t.closes({ date: formatUntil(closesAt, locale) }),
    !closesAt && opensAt ? t.opens({ date: formatFrom(opensAt, locale) }) : undefined,
    left && t.left({ amount: left }),
  ];
  return <p className="text-sm">{parts.filter(Boolean).join(' · ')}</p>;
}

function Assumed({ assumed, locale }: { assumed: readonly Assumption[]; locale: Locale }) {
  if (assumed.length === 0) return null;
  return (
    <div>
      <p className="text-muted">{compareMessages(locale).assumes}</p>
      <ul className="list-disc pl-5">
        {assumed.map((one, at) => (
          <li key={at}>{assumptionText(locale, one)}</li>
        ))}
      </ul>
    </div>
  );
}

function GoOn(props: Common & { found: Found; children?: ReactNode }) {
  const { locale, answers, found, children } = props;
  const t = compareMessages(locale);
  const { slug, rules, title, closesAt } = found.programme;
  const carried = carriedAnswers(rules, answers, found.direction);
  const links = [
    [t.guide, `/programmes/${slug}`],
    [t.check, addressOf(`/programmes/${slug}/check`, carried)],
    ...(children === undefined || !closesAt
      ? []
      : ([
          [t.apply, addressOf('/startup/applications/new', { programme: slug, ...carried })],
        ] as const)),
  ] as const;
  return (
    <p className="no-print flex flex-wrap gap-x-5 text-sm">
      {links.map(([label, path]) => (
        <Link
          key={label}
          className="link inline-flex min-h-8 items-center"
          href={localePath(locale, path)}
        >
          {label}
          <span className="sr-only">{t.of({ title: say(title, locale) })}</span>
        </Link>
      ))}
    </p>
  );
}

/** A programme that gives something: how much, why just so much, and how to go on. */
export function YesItem(props: Common & { found: Yes<Compared>; rank: number }) {
  const { locale, found, rank } = props;
  const t = compareMessages(locale);
  const { unit } = found.programme.rules;
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-5">
      <Head {...props} />
      <p className="tabular text-xl font-semibold sm:pt-5 sm:text-right">
        {found.ceiling && (
          <span className="text-muted mr-1.5 text-sm font-normal">{t.ceiling}</span>
        )}
        {formatAmount(found.amountFen, unit, locale)}
      </p>
      <div className="space-y-1 sm:col-span-2">
        <Line found={found} locale={locale} />
        <div className="flex flex-wrap items-start justify-between gap-x-6">
          <details className="min-w-0 grow basis-80 text-sm">
            <summary className="link inline-flex min-h-8 items-center">
              {t.how}
              <span className="sr-only">
                {t.of({ title: `${rank}. ${say(found.programme.title, locale)}` })}
              </span>
            </summary>
            <div className="space-y-3 pb-2">
              <AssessmentSteps steps={found.steps} locale={locale} unit={unit} />
              <Assumed assumed={found.assumed} locale={locale} />
            </div>
          </details>
          <GoOn {...props}>{rank}</GoOn>
        </div>
      </div>
    </li>
  );
}

/** A programme that gives nothing: every reason, what would mend it, and what it would give then. */
export function NoItem(props: Common & { found: No<Compared> }) {
  const { locale, found } = props;
  const { rules } = found.programme;
  return (
    <li className="space-y-2 px-4 py-4 sm:px-5">
      <Head {...props} />
      {found.help && (
        <p className="bg-info-bg text-info measure rounded px-3 py-1.5 font-semibold">
          {helpText(locale, found.help, rules)}
        </p>
      )}
      <ul className="measure list-disc space-y-1 pl-5 text-sm">
        {found.refusals.map((refusal, at) => (
          <li key={at}>
            {refusalText(locale, refusal, rules.unit)} {remedyText(locale, refusal, rules.unit)}{' '}
            <span className="text-muted">{clauseText(locale, refusal.clause)}</span>
          </li>
        ))}
      </ul>
      <GoOn {...props} />
    </li>
  );
}
