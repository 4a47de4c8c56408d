import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { DateOnly } from '@/components/ui/date-time';
import { formatDate, formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { identityNames } from '../domain/reconciliation';
import { figureTexts, identityTexts, proofMessages } from '../messages';
import type { DayEnd } from '../queries';

/** Shows one day: each identity with both of its sides, and by how much they differ. */
function Day({ locale, day }: { locale: Locale; day: DayEnd }) {
  const t = proofMessages(locale);
  const at = formatDateTime(day.takenAt, locale);
  const title = t.of({ day: formatDate(day.day, locale) });
  return (
    <>
      <p className="text-muted">{day.late ? t.takenLate({ at }) : t.takenAt({ at })}</p>
      <Table
        caption={title}
        captionVisible
        columns={[
          { key: 'identity', header: t.identity, wrap: true },
          { key: 'whole', header: t.whole, align: 'right' },
          { key: 'parts', header: t.parts, wrap: true },
          { key: 'sum', header: t.sum, align: 'right' },
          { key: 'difference', header: t.difference, align: 'right' },
        ]}
        rows={day.identities.map(({ name, whole, parts, sumFen, differenceFen }) => ({
          key: name,
          cells: {
            identity: identityTexts(locale)[name],
            whole: <Amount fen={fen(whole.fen)} locale={locale} />,
            parts: (
              <ul>
                {parts.map((part) => (
                  <li key={part.name} className="flex justify-between gap-4">
                    <span>{figureTexts(locale)[part.name]}</span>
                    <Amount fen={fen(part.fen)} locale={locale} />
                  </li>
                ))}
              </ul>
            ),
            sum: <Amount fen={fen(sumFen)} locale={locale} />,
            difference: (
              <StatusTag tone={differenceFen === 0n ? 'success' : 'danger'}>
                <Amount fen={fen(differenceFen)} locale={locale} />
              </StatusTag>
            ),
          },
        }))}
        empty={null}
      />
    </>
  );
}

/** Shows a day's end in full, and the list of days, each with the difference of every identity. */
export function Reconciliation(props: {
  locale: Locale;
  day: DayEnd | undefined;
  days: { rows: readonly DayEnd[]; nextCursor: string | null };
  cursor: string | undefined;
}) {
  const { locale, day, days, cursor } = props;
  const t = proofMessages(locale);
  return (
    <Section title={t.reconciliation} id="days">
      {day && <Day locale={locale} day={day} />}
      <Table
        caption={t.days}
        columns={[
          { key: 'day', header: t.day },
          ...identityNames.map((name) => ({
            key: name,
            header: figureTexts(locale)[name],
            align: 'right' as const,
          })),
          { key: 'verdict', header: t.difference },
        ]}
        rows={days.rows.map((row) => {
          const isRight = row.identities.every(({ differenceFen }) => differenceFen === 0n);
          return {
            key: row.day,
            href: localePath(locale, paths.city.proof({ day: row.day })),
            cells: {
              day: <DateOnly on={row.day} locale={locale} />,
              ...Object.fromEntries(
                row.identities.map(({ name, whole }) => [
                  name,
                  <Amount key={name} fen={fen(whole.fen)} locale={locale} />,
                ]),
              ),
              verdict: (
                <span className="flex flex-wrap gap-2">
                  <StatusTag tone={isRight ? 'success' : 'danger'}>
                    {isRight ? t.agrees : t.differs}
                  </StatusTag>
                  {row.late && <StatusTag tone="neutral">{t.late}</StatusTag>}
                </span>
              ),
            },
          };
        })}
        empty={<EmptyState title={t.noDays} body={t.noDaysBody} />}
      />
      <Pager
        locale={locale}
        path={localePath(locale, paths.city.proof())}
        cursor={cursor}
        nextCursor={days.nextCursor}
        anchor="days"
      />
    </Section>
  );
}
