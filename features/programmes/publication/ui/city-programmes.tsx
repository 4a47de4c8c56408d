import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { CityProgramme } from '../city-queries';
import { say } from '@/lib/bilingual';
import { editorMessages } from '@/features/programmes/editor/messages';
import { cityProgrammeMessages, programmeMessages } from '@/features/programmes/messages';
import { stateTones } from './programme-parts';

/** Describes the round that matters now: the open one, otherwise the next; or that there is none. */
function roundText({ rounds }: CityProgramme, locale: Locale): string {
  const t = cityProgrammeMessages(locale);
  const p = programmeMessages(locale);
  const open = rounds.find(({ state }) => state === 'open');
  const coming = rounds.findLast(({ state }) => state === 'coming');
  const round = open ?? coming;
  if (!round) return rounds.length > 0 ? t.past : t.noRounds;
  const at = formatDateTime(open ? round.closesAt : round.opensAt, locale);
  return `${p.round({ number: round.number })} · ${open ? t.closes : t.opens} ${at}`;
}

function Versions({ programme, locale }: { programme: CityProgramme; locale: Locale }) {
  const t = editorMessages(locale);
  const current = programme.versions.find((version) => version.current);
  const open = programme.versions.find(({ state }) => state === 'draft' || state === 'proposed');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {current && t.versionN({ number: current.number })}
      {open && (
        <StatusTag tone={open.state === 'proposed' ? 'warn' : 'neutral'}>
          {`${t.versionN({ number: open.number })} · ${open.state === 'proposed' ? t.state_proposed : t.state_draft}`}
        </StatusTag>
      )}
    </span>
  );
}

/** Shows the city's programmes: the state of each, its draft, and what is left in its pool. */
export function CityProgrammes(props: {
  locale: Locale;
  rows: readonly CityProgramme[];
  nextCursor: string | null;
  cursor: string | undefined;
  mayManage: boolean;
}) {
  const { locale, rows, nextCursor, cursor, mayManage } = props;
  const t = cityProgrammeMessages(locale);
  const p = programmeMessages(locale);
  const path = localePath(locale, paths.city.programmes());
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayManage && (
            <ButtonLink href={localePath(locale, paths.city.newProgramme())}>
              {editorMessages(locale).newProgramme}
            </ButtonLink>
          )
        }
      />
      <div>
        <Table
          caption={t.title}
          columns={[
            { key: 'name', header: t.name, wrap: true },
            { key: 'state', header: t.state },
            { key: 'versions', header: t.number },
            { key: 'round', header: t.round, wrap: true },
            { key: 'left', header: p.left, align: 'right' },
          ]}
          rows={rows.map((programme) => ({
            key: programme.id,
            href: localePath(locale, paths.city.programme(programme.id)),
            cells: {
              name: programme.title ? say(programme.title, locale) : programme.slug,
              state: (
                <StatusTag tone={stateTones[programme.state]}>
                  {t[`state_${programme.state}`]}
                </StatusTag>
              ),
              versions: <Versions programme={programme} locale={locale} />,
              round: roundText(programme, locale),
              left: programme.pool && <Amount fen={programme.pool.leftFen} locale={locale} />,
            },
          }))}
          empty={<EmptyState title={t.none} />}
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={nextCursor} />
      </div>
    </PageBody>
  );
}
