import Link from 'next/link';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { MoneyBar } from '@/components/ui/meter';
import { Card, PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import type { CityProgramme } from '../city-queries';
import { say } from '../domain/text';
import { cityProgrammeMessages, programmeMessages } from '../messages';

const tones: Record<CityProgramme['state'], Tone> = {
  draft: 'neutral',
  published: 'success',
  suspended: 'warn',
  closed: 'settled',
};
const roundTones = { coming: 'info', open: 'success', past: 'neutral' } as const;

type Props = { programme: CityProgramme; locale: Locale };

function Versions({ programme, locale }: Props) {
  const t = cityProgrammeMessages(locale);
  return (
    <Table
      caption={t.versions}
      captionVisible
      columns={[
        { key: 'number', header: t.number },
        { key: 'name', header: t.name, wrap: true },
        { key: 'preparedBy', header: t.preparedBy },
        { key: 'publishedBy', header: t.publishedBy },
        { key: 'publishedAt', header: t.publishedAt },
      ]}
      rows={programme.versions.map((version) => ({
        key: version.id,
        cells: {
          number: version.current ? (
            <>
              {version.number} <StatusTag tone="success">{t.current}</StatusTag>
            </>
          ) : (
            version.number
          ),
          name: say(version.title, locale),
          preparedBy: version.preparedBy ?? t.unknown,
          publishedBy: version.publishedBy ?? t.unknown,
          publishedAt: version.publishedAt ? (
            <DateTime at={version.publishedAt} locale={locale} />
          ) : (
            t.unpublished
          ),
        },
      }))}
      empty={null}
    />
  );
}

function Rounds({ programme, locale }: Props) {
  const t = cityProgrammeMessages(locale);
  return (
    <Table
      caption={t.rounds}
      captionVisible
      columns={[
        { key: 'round', header: t.round },
        { key: 'opens', header: t.opens },
        { key: 'closes', header: t.closes },
        { key: 'state', header: t.state },
      ]}
      rows={programme.rounds.map((round) => ({
        key: round.id,
        cells: {
          round: round.number,
          opens: <DateTime at={round.opensAt} locale={locale} />,
          closes: <DateTime at={round.closesAt} locale={locale} />,
          state: <StatusTag tone={roundTones[round.state]}>{t[round.state]}</StatusTag>,
        },
      }))}
      empty={<p className="text-muted">{t.noRounds}</p>}
    />
  );
}

function ProgrammeRecord({ programme, locale }: Props) {
  const t = cityProgrammeMessages(locale);
  const p = programmeMessages(locale);
  const { slug, state, title, pool } = programme;
  return (
    <Card className="space-y-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-xl">{title ? say(title, locale) : slug}</h2>
        <div className="flex items-center gap-4">
          <StatusTag tone={tones[state]}>{t[`state_${state}`]}</StatusTag>
          {state === 'published' && (
            <Link
              className="link inline-flex min-h-6 items-center"
              href={localePath(locale, `/programmes/${slug}`)}
            >
              {t.guide}
            </Link>
          )}
        </div>
      </div>
      {pool && (
        <MoneyBar
          locale={locale}
          totalFen={pool.budgetFen}
          segments={[
            { key: 'committed', label: p.committed, fen: pool.committedFen },
            { key: 'left', label: p.left, fen: pool.leftFen },
          ]}
        />
      )}
      <Versions programme={programme} locale={locale} />
      <Rounds programme={programme} locale={locale} />
    </Card>
  );
}

/** The city's programmes with their versions and rounds: read-only. */
export function CityProgrammes(props: {
  locale: Locale;
  rows: readonly CityProgramme[];
  nextCursor: string | null;
  cursor: string | undefined;
}) {
  const { locale, rows, nextCursor, cursor } = props;
  const t = cityProgrammeMessages(locale);
  const path = localePath(locale, '/city/programmes');
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      {rows.length === 0 && <EmptyState title={t.none} />}
      {rows.map((programme) => (
        <ProgrammeRecord key={programme.id} programme={programme} locale={locale} />
      ))}
      <Pager locale={locale} path={path} cursor={cursor} nextCursor={nextCursor} />
    </PageBody>
  );
}
