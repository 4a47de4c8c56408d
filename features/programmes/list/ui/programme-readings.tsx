import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/money';
import { From, Until } from '@/components/ui/date-time';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatOverview, type Fen } from '@/lib/money';
import { formatAmount } from '@/features/rules/amount';
import type { CapRule, Rules, Unit } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';
import { countsUnits, unitPriceOf } from '@/features/rules/domain/unit-price';
import {
  availabilityOfProgramme,
  type Availability,
} from '@/features/programmes/domain/availability';
import { highestRate } from '@/features/programmes/guide/amounts';
import { forceMarks } from '@/features/programmes/guide/text';
import { listMessages } from '../messages';
import { programmeMessages } from '@/features/programmes/messages';
import type { ProgrammeSummary } from '@/features/programmes/queries';
import { clauseText } from '@/features/rules/clause-text';
import { comma, say } from '@/lib/bilingual';

type Props = { programme: ProgrammeSummary; locale: Locale };

export function Reading({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="tabular font-semibold break-words">{children}</dd>
    </div>
  );
}

/** Shows an amount in short form: money in a rounded overview, other units in full. */
export function ShortAmount(props: { fen: Fen; unit: Unit | undefined; locale: Locale }) {
  const { fen, unit, locale } = props;
  if (unit === undefined || unit === 'yuan') return <Amount fen={fen} locale={locale} overview />;
  return <>{formatAmount(fen, unit, locale)}</>;
}

const isOpenToAll = ({ per: _per, yuan: _yuan, clause: _clause, ...rest }: CapRule) =>
  Object.keys(rest).every((key) => ['counts', 'periodMonths', 'raisedByDecision'].includes(key));

/**
 * Returns the cap that shows best the size of an award and applies to everybody: per contract, otherwise per year.
 */
function mainCap({ capPerContract, capPerYear, caps = [] }: Rules) {
  const open = caps.filter(isOpenToAll);
  const contract = capPerContract ?? open.find(({ per }) => per === 'contract');
  if (contract) return { per: 'capContract', yuan: contract.yuan } as const;
  const year = capPerYear ?? open.find(({ per }) => per === 'year');
  return year && ({ per: 'capYear', yuan: year.yuan } as const);
}

/** Shows how much is paid: the rate and the main cap. */
export function Limits({ programme, on, locale }: Props & { on: IsoDate }) {
  const t = programmeMessages(locale);
  const { rules } = programme;
  const percent = highestRate(rules, on);
  const cap = mainCap(rules);
  return (
    <>
      <Reading term={t.rate}>
        {rules.rates.length > 1 ? t.upTo({ percent }) : t.exactly({ percent })}
      </Reading>
      {cap && (
        <Reading term={t[cap.per]}>
          <ShortAmount fen={ruleFen(cap.yuan)} unit={rules.unit} locale={locale} />
        </Reading>
      )}
    </>
  );
}

/** Shows what is left of the pool as a bar, with the figures beside it. */
export function PoolGauge({ programme, locale }: Props) {
  const { pool, rules } = programme;
  if (!pool || pool.budgetFen <= 0n) return null;
  const t = programmeMessages(locale);
  const taken = Number(((pool.budgetFen - pool.leftFen) * 10_000n) / pool.budgetFen) / 100;
  // The pool of a programme with a unit price is money; without a price it counts the unit itself.
  const unit = unitPriceOf(rules) ? undefined : rules.unit;
  const budget = countsUnits({ unit })
    ? formatAmount(pool.budgetFen, unit, locale)
    : formatOverview(pool.budgetFen, locale);
  return (
    <div className="space-y-1.5 text-sm">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="text-muted">{t.left}</span>
        <span className="tabular">
          <strong className="font-semibold">
            <ShortAmount fen={pool.leftFen} unit={unit} locale={locale} />
          </strong>{' '}
          <span className="text-muted">{t.ofBudget({ budget })}</span>
        </span>
      </p>
      <div aria-hidden className="border-edge flex h-2 overflow-hidden rounded-full border">
        <span className="bar-part fill-spent" style={{ width: `${taken}%` }} />
        <span className="bar-part fill-free grow" />
      </div>
    </div>
  );
}

const availabilityTones = {
  open: 'success',
  coming: 'info',
  automatic: 'info',
  closed: 'neutral',
} as const satisfies Record<Availability, Tone>;

/** Shows the availability of a programme: open, coming, automatic or closed. */
export function AvailabilityTag({
  availability,
  locale,
}: {
  availability: Availability;
  locale: Locale;
}) {
  return (
    <StatusTag tone={availabilityTones[availability]}>
      {listMessages(locale)[`state_${availability}`]}
    </StatusTag>
  );
}

/** Shows until when or from when applications are taken; nothing for automatic programmes or without a round. */
export function Deadline({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  if (availabilityOfProgramme(programme) === 'automatic') return null;
  const { round, nextRound, daysLeft } = programme;
  const at = round?.closesAt ?? nextRound?.opensAt;
  if (!at) return null;
  return (
    <p className="flex flex-wrap justify-between gap-x-3 text-sm">
      <span className="text-muted">{round ? t.closes : t.opens}</span>
      <span>
        {round ? <Until at={at} locale={locale} /> : <From at={at} locale={locale} />}
        {daysLeft !== undefined && (
          <span className="text-muted"> · {t.daysLeft({ days: daysLeft })}</span>
        )}
      </span>
    </p>
  );
}

/** Shows that some of the rules are not in force at present; the guide lists which and why. */
export function PartlyTag(props: { rules: Rules; on: IsoDate; locale: Locale }) {
  const { rules, on, locale } = props;
  const marks = forceMarks(rules, on, locale);
  if (marks.length === 0) return null;
  const articles = marks.map(({ clause }) => clauseText(locale, clause)).join(say(comma, locale));
  return <StatusTag tone="warn">{listMessages(locale).partly({ articles })}</StatusTag>;
}
