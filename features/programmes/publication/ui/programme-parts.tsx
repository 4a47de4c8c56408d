import { DateTime } from '@/components/ui/date-time';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import type { ProgrammeState } from '@/features/programmes/domain/lifecycle';
import type { EditedProgramme } from '@/features/programmes/editor/queries';
import { cityProgrammeMessages } from '@/features/programmes/messages';

export const stateTones: Record<ProgrammeState, Tone> = {
  draft: 'neutral',
  published: 'success',
  suspended: 'warn',
  closed: 'final',
};
const roundTones = { coming: 'info', open: 'success', past: 'neutral' } as const;

/** Shows the rounds of a programme, the newest first. */
export function RoundTable({
  locale,
  rounds,
}: {
  locale: Locale;
  rounds: EditedProgramme['rounds'];
}) {
  const t = cityProgrammeMessages(locale);
  return (
    <Table
      caption={t.rounds}
      density="compact"
      columns={[
        { key: 'round', header: t.round },
        { key: 'opens', header: t.opens },
        { key: 'closes', header: t.closes },
        { key: 'state', header: t.state },
      ]}
      rows={rounds.map((round) => ({
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
