import { ChevronDown } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { Phrases } from '@/components/ui/phrases';
import { addressOf } from '@/lib/address';
import { formatFrom, formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatOverview } from '@/lib/money';
import { formatAward, formatPool } from '@/features/rules/amount';
import { countsUnits } from '@/features/rules/domain/unit-price';
import { refusalText, remedyText, stepText } from '@/features/rules/reason-texts';
import { paths } from '@/lib/paths';
import { compareMessages } from '../messages';
import type { Compared } from '../queries';
import { assumptionText, helpText, pickedText } from '../text';
import { carriedAnswers } from '../domain/carried-answers';
import type { No, Yes } from '../domain/compare';
import { say } from '@/lib/bilingual';
import { programmeMessages } from '@/features/programmes/messages';
import { AssessmentSteps } from '@/features/rules/ui/assessment';
import { PartlyTag, AvailabilityTag } from '@/features/programmes/list/ui/programme-readings';
import { clauseText } from '@/features/rules/clause-text';
import { type ProfileAnswers } from '@/features/programmes/check/profile-answers';
import { valueNames } from '@/features/rules/value-messages';

type Props = { locale: Locale; answers: ProfileAnswers };
type Found = Yes<Compared> | No<Compared>;

/** Shows until when, or from when, applications are taken. */
function WhenText({ programme, locale }: { programme: Compared; locale: Locale }) {
  const t = compareMessages(locale);
  const { availability, closesAt, opensAt } = programme;
  if (availability === 'open' && closesAt) return t.closes({ date: formatUntil(closesAt, locale) });
  return availability === 'coming' && opensAt
    ? t.opens({ date: formatFrom(opensAt, locale) })
    : null;
}

/** Shows a row that is folded until the user opens it; its head contains no link. */
function Row(props: {
  locale: Locale;
  found: Found;
  /** Shown beside the title: the amount. */
  figure?: ReactNode;
  /** Shown under the title: the one change that would be enough. */
  note?: ReactNode;
  tag?: ReactNode;
  children: ReactNode;
}) {
  const { locale, found, figure, note, tag, children } = props;
  const { programme, facts } = found;
  const { rules, city, title } = programme;
  const names = valueNames(locale);
  const parts = [say(city, locale), names[rules.kind], names[rules.mode]].join(' · ');
  return (
    <li className="@container">
      <details className="group">
        <summary className="hover:bg-neutral-bg/60 grid min-h-14 grid-cols-[minmax(0,1fr)_auto] content-center gap-x-4 gap-y-1 px-4 py-3 @lg:grid-cols-[minmax(0,1fr)_auto_auto] sm:px-5">
          <span className="text-muted col-start-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
            <span>{parts}</span>
            <WhenText programme={programme} locale={locale} />
            {tag}
            <PartlyTag rules={rules} on={facts.on} locale={locale} />
          </span>
          <h3 className="col-start-1 text-lg">
            <Phrases text={say(title, locale)} />
          </h3>
          {note}
          {figure && (
            <span className="tabular col-start-1 min-w-0 text-xl font-semibold break-words @lg:col-start-2 @lg:row-span-2 @lg:row-start-1 @lg:self-center @lg:text-right">
              {figure}
            </span>
          )}
          <ChevronDown
            aria-hidden
            className="text-muted col-start-2 row-span-2 row-start-1 size-5 self-center transition-transform group-open:rotate-180 @lg:col-start-3"
            strokeWidth={1.75}
          />
        </summary>
        <div className="space-y-3 px-4 pb-4 text-sm sm:px-5">{children}</div>
      </details>
    </li>
  );
}

/** Shows in one line how the amount is calculated: rate, first limit, pool. */
function Line({ found, locale }: { found: Yes<Compared>; locale: Locale }) {
  const t = compareMessages(locale);
  const { programme, steps, limit } = found;
  const { rules, leftFen } = programme;
  const percent = steps.find(({ code }) => code === 'rate')?.values.percent;
  const left =
    leftFen &&
    (countsUnits(rules) ? formatPool(leftFen, rules, locale) : formatOverview(leftFen, locale));
  const parts = [
    percent === undefined ? undefined : t.rate({ percent: String(percent) }),
    limit && stepText(locale, limit, rules.unit),
    found.queued ? t.queued : undefined,
    left && t.left({ amount: left }),
  ];
  return <p>{parts.filter(Boolean).join(' · ')}</p>;
}

/** Lists what was assumed for the amount or the refusal because of missing answers. */
function Assumed({ found, locale }: { found: Found; locale: Locale }) {
  const picked = pickedText(locale, found.programme.rules, found.direction);
  const texts = [
    ...(picked ? [picked] : []),
    ...found.assumed.map((one) => assumptionText(locale, one)),
  ];
  if (texts.length === 0) return null;
  return (
    <div>
      <p className="text-muted">{compareMessages(locale).assumes}</p>
      <ul className="list-disc pl-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Shows the links to the guide, the check and the application, with the typed answers only. Applying is offered only
 * where applications are taken and something is given.
 */
function GoOn(props: Props & { found: Found; gives: boolean }) {
  const { locale, answers, found, gives } = props;
  const t = compareMessages(locale);
  const { slug, rules, title, availability } = found.programme;
  const carried = carriedAnswers(rules, answers);
  const apply = addressOf(paths.startup.newApplication(), { programme: slug, ...carried });
  const links = [
    [t.guide, paths.programme(slug)],
    [t.check, addressOf(paths.check(slug), carried)],
    ...(gives && availability === 'open' ? ([[t.apply, apply]] as const) : []),
  ] as const;
  return (
    <p className="no-print flex flex-wrap gap-x-5">
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

/** Shows a programme that gives something: the amount, how it is calculated, what it assumes, and the next steps. */
export function YesItem(props: Props & { found: Yes<Compared> }) {
  const { locale, found } = props;
  const t = compareMessages(locale);
  const { rules, availability } = found.programme;
  const figure = (
    <>
      {found.ceiling && <span className="text-muted mr-1.5 text-sm font-normal">{t.ceiling}</span>}
      {formatAward(found.amountFen, rules, locale)}
    </>
  );
  return (
    <Row locale={locale} found={found} figure={figure}>
      {availability === 'automatic' && <p>{programmeMessages(locale).nobodyApplies}</p>}
      <Line found={found} locale={locale} />
      <div className="space-y-1">
        <p className="font-semibold">{t.how}</p>
        <AssessmentSteps steps={found.steps} locale={locale} unit={rules.unit} />
      </div>
      <Assumed found={found} locale={locale} />
      <GoOn {...props} gives />
    </Row>
  );
}

/** Shows a programme that gives nothing: every reason, the one change that would be enough, and what it would give. */
export function NoItem(props: Props & { found: No<Compared> }) {
  const { locale, found } = props;
  const { rules, availability } = found.programme;
  const note = found.help && (
    <span className="bg-info-bg text-info measure col-start-1 justify-self-start rounded px-3 py-1 text-sm font-semibold">
      {helpText(locale, found.help, rules)}
    </span>
  );
  const tag = <AvailabilityTag availability={availability} locale={locale} />;
  return (
    <Row locale={locale} found={found} note={note} tag={tag}>
      <div className="space-y-1">
        <p className="font-semibold">{compareMessages(locale).why}</p>
        <ul className="measure list-disc space-y-1 pl-5">
          {found.refusals.map((refusal, at) => (
            <li key={at}>
              {refusalText(locale, refusal, rules.unit)} {remedyText(locale, refusal, rules.unit)}{' '}
              <span className="text-muted">{clauseText(locale, refusal.clause)}</span>
            </li>
          ))}
        </ul>
      </div>
      <Assumed found={found} locale={locale} />
      <GoOn {...props} gives={false} />
    </Row>
  );
}
