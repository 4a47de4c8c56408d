import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { MoneyBar } from '@/components/ui/meter';
import { Amount } from '@/components/ui/money';
import { Card } from '@/components/ui/page';
import { formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { availabilityOfProgramme } from '@/features/programmes/domain/availability';
import { programmeMessages } from '@/features/programmes/messages';
import type { Programme } from '@/features/programmes/queries';
import { valueNames } from '@/features/rules/value-messages';
import { paths } from '@/lib/paths';

type Props = { programme: Programme; locale: Locale };

/**
 * Shows the two actions: the check, and applying. Applying is offered only while a round is open, never for automatic
 * programmes.
 */
export function GuideActions({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { slug } = programme;
  return (
    <>
      <ButtonLink href={localePath(locale, paths.check(slug))}>{t.check}</ButtonLink>
      {availabilityOfProgramme(programme) === 'open' && (
        <ButtonLink
          href={localePath(locale, paths.startup.newApplication({ programme: slug }))}
          variant="secondary"
        >
          {t.apply}
        </ButtonLink>
      )}
    </>
  );
}

function RoundNote({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const availability = availabilityOfProgramme(programme);
  if (availability === 'automatic') {
    return <Callout tone="info" title={programmeMessages(locale).nobodyApplies} />;
  }
  if (availability === 'open') return null;
  const next = programme.nextRound?.opensAt;
  return (
    <Callout tone="warn" title={t.noRound}>
      {next && t.applyFrom({ at: formatDateTime(next, locale) })}
    </Callout>
  );
}

function Deadlines({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { round, daysLeft, rules } = programme;
  const open = availabilityOfProgramme(programme) === 'open';
  const closes = open && round && (
    <>
      <DateTime at={round.closesAt} locale={locale} />
      {daysLeft !== undefined && (
        <span className="text-muted block text-sm">{t.daysLeft({ days: daysLeft })}</span>
      )}
    </>
  );
  return (
    <DescriptionList
      items={[
        { term: t.kind, value: valueNames(locale)[rules.kind] },
        { term: t.mode, value: valueNames(locale)[rules.mode] },
        ...(closes ? [{ term: t.closes, value: closes }] : []),
      ]}
    />
  );
}

function PoolPart({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { pool } = programme;
  if (!pool) return null;
  return (
    <div className="space-y-2">
      <p className="text-sm">
        <span className="text-muted">{t.budgetOf}</span>{' '}
        <Amount fen={pool.budgetFen} locale={locale} />
      </p>
      <MoneyBar
        locale={locale}
        totalFen={pool.budgetFen}
        segments={[
          { key: 'committed', label: t.committed, fen: pool.committedFen, fill: 'spent' },
          { key: 'promised', label: t.promisedFen, fen: pool.promisedFen, fill: 'promised' },
          { key: 'left', label: t.left, fen: pool.leftFen, fill: 'free' },
        ]}
      />
    </div>
  );
}

export type Anchor = { id: string; title: string };

function Anchors({ anchors }: { anchors: readonly Anchor[] }) {
  return (
    <ul className="space-y-0.5">
      {anchors.map(({ id, title }) => (
        <li key={id}>
          <a className="link inline-flex min-h-8 items-center" href={`#${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Shows the table of contents, folded, on screens too narrow to have it beside the text. */
function FoldedContents({ anchors, locale }: { anchors: readonly Anchor[]; locale: Locale }) {
  const t = programmeMessages(locale);
  return (
    <nav aria-label={t.contents} className="lg:hidden">
      <details className="border-line bg-surface rounded border px-4 py-2">
        <summary className="flex min-h-11 items-center font-semibold">{t.contents}</summary>
        <Anchors anchors={anchors} />
      </details>
    </nav>
  );
}

/**
 * Shows the actions, the deadlines, what is left in the pool, and the table of contents: beside the guide, or above it
 * on narrow screens.
 */
export function GuideAside(props: Props & { anchors: readonly Anchor[] }) {
  const { programme, locale, anchors } = props;
  const t = programmeMessages(locale);
  return (
    <div className="beside space-y-6">
      <Card className="space-y-4">
        <RoundNote programme={programme} locale={locale} />
        <div className="no-print hidden gap-2 lg:grid">
          <GuideActions programme={programme} locale={locale} />
        </div>
        <Deadlines programme={programme} locale={locale} />
        <PoolPart programme={programme} locale={locale} />
      </Card>
      <FoldedContents anchors={anchors} locale={locale} />
      <nav aria-label={t.contents} className="hidden space-y-1 text-sm lg:block">
        <p className="font-semibold">{t.contents}</p>
        <Anchors anchors={anchors} />
      </nav>
      <p className="no-print text-sm">
        <Link className="link" href={localePath(locale, paths.versions(programme.slug))}>
          {t.versions}
        </Link>
      </p>
    </div>
  );
}
