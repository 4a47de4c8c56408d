import { cn } from '@/components/ui/cn';
import { addDays, daysBetween, formatDate, type IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fen, formatFen, formatOverview, maxFen, type Fen } from '@/lib/money';
import type { OutlookRow } from '../domain/outlook';
import { outlookMessages } from '../messages';

/** The width and height of the drawing in its own units. The drawing stretches to its place; its strokes do not. */
const side = 1000;

type Spot = { x: number; y: number };

/** Returns the positions of the rows in the drawing. */
function scaleOf(rows: readonly OutlookRow[]) {
  const first = rows[0]?.on ?? '';
  const days = Math.max(1, daysBetween(first, rows.at(-1)?.on ?? first));
  const top = rows.reduce<Fen>(
    (most, row) => maxFen(most, row.budgetFen, row.committedFen),
    fen(1n),
  );
  const x = (row: OutlookRow) => Math.round((daysBetween(first, row.on) * side) / days);
  const y = (amount: Fen) => side - Number((amount * BigInt(side)) / top);
  return { top, x, y };
}

const path = (spots: readonly Spot[]) =>
  spots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** A line that keeps its width however the drawing is stretched. */
const stroke = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const;

type Look = { line: string; cap: 'round' | 'square'; width: number; hollow: boolean };
const looks: Record<'committed' | 'left', Look> = {
  committed: { line: 'stroke-chart-1', cap: 'round', width: 2.5, hollow: false },
  left: { line: 'stroke-chart-2', cap: 'square', width: 1.5, hollow: true },
};

/** Shows points as strokes without length, round or square, so that they are never stretched. */
function Marks({ spots, look }: { spots: readonly Spot[]; look: Look }) {
  const d = spots.map(({ x, y }) => `M${x} ${y}h0`).join('');
  return (
    <>
      <path d={d} {...stroke} strokeLinecap={look.cap} strokeWidth={7} className={look.line} />
      {look.hollow && (
        <path
          d={d}
          {...stroke}
          strokeLinecap={look.cap}
          strokeWidth={3}
          className="stroke-surface"
        />
      )}
    </>
  );
}

function Series({ past, ahead, look }: { past: Spot[]; ahead: Spot[]; look: Look }) {
  return (
    <g>
      <path d={path(past)} {...stroke} strokeWidth={look.width} className={look.line} />
      <path
        d={path([...past.slice(-1), ...ahead])}
        {...stroke}
        strokeWidth={look.width}
        strokeDasharray="2 5"
        className={look.line}
      />
      <Marks spots={[...past, ...ahead]} look={look} />
    </g>
  );
}

function Drawing({ rows, label }: { rows: readonly OutlookRow[]; label: string }) {
  const { x, y } = scaleOf(rows);
  const past = rows.filter(({ moved }) => moved);
  const ahead = rows.filter(({ moved }) => !moved);
  const spots = (some: readonly OutlookRow[], amount: (row: OutlookRow) => Fen): Spot[] =>
    some.map((row) => ({ x: x(row), y: y(amount(row)) }));
  const today = past.at(-1);
  const steps = rows.flatMap((row, at): Spot[] => {
    const before = rows[at - 1];
    const here = { x: x(row), y: y(row.budgetFen) };
    return before ? [{ x: here.x, y: y(before.budgetFen) }, here] : [here];
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {[0, 1, 2, 3, 4].map((quarter) => (
        <path
          key={quarter}
          d={`M0 ${(quarter * side) / 4}H${side}`}
          {...stroke}
          className="stroke-line"
        />
      ))}
      {today && (
        <path
          d={`M${x(today)} 0V${side}`}
          {...stroke}
          strokeDasharray="1 3"
          className="stroke-edge"
        />
      )}
      <path d={path(steps)} {...stroke} strokeWidth={1.5} className="stroke-chart-3" />
      {(['left', 'committed'] as const).map((name) => {
        const amount = (row: OutlookRow) => row[`${name}Fen`];
        return (
          <Series
            key={name}
            past={spots(past, amount)}
            ahead={spots(ahead, amount)}
            look={looks[name]}
          />
        );
      })}
    </svg>
  );
}

function Sample({ look, dashed }: { look?: Look; dashed?: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 32 12" className="h-3 w-8 shrink-0">
      <path
        d="M1 6H31"
        fill="none"
        strokeWidth={look?.width ?? 1.5}
        strokeDasharray={dashed ? '2 5' : undefined}
        className={look?.line ?? (dashed ? 'stroke-fg' : 'stroke-chart-3')}
      />
      {look && <Marks spots={[{ x: 16, y: 6 }]} look={look} />}
    </svg>
  );
}

function Legend({ locale, hasForecast }: { locale: Locale; hasForecast: boolean }) {
  const t = outlookMessages(locale);
  const item = 'inline-flex items-center gap-2';
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      <li className={item}>
        <Sample look={looks.committed} /> {t.committed}
      </li>
      <li className={item}>
        <Sample look={looks.left} /> {t.left}
      </li>
      <li className={item}>
        <Sample /> {t.budget}
      </li>
      {hasForecast && (
        <li className={item}>
          <Sample dashed /> {t.forecastLine}
        </li>
      )}
    </ul>
  );
}

/** Shows the axis of amounts: quarters of the highest. */
function Amounts({ top, locale }: { top: Fen; locale: Locale }) {
  return (
    <div aria-hidden className="text-muted tabular relative w-18 text-right text-xs">
      {[0n, 1n, 2n, 3n, 4n].map((quarter) => (
        <span
          key={quarter.toString()}
          className="absolute right-0 translate-y-1/2 leading-none whitespace-nowrap"
          style={{ bottom: `${Number(quarter) * 25}%` }}
        >
          {formatOverview(fen((top * quarter) / 4n), locale).replace('.00', '')}
        </span>
      ))}
    </div>
  );
}

/** Shows the axis of time: its ends, the middle, and the quarters where there is room. */
function Days({ from, to, locale }: { from: IsoDate; to: IsoDate; locale: Locale }) {
  const days = daysBetween(from, to);
  return (
    <div aria-hidden className="text-muted tabular flex justify-between pl-21 text-xs">
      {[0, 1, 2, 3, 4].map((quarter) => (
        <span key={quarter} className={cn(quarter % 2 === 1 && 'max-sm:hidden')}>
          {formatDate(addDays(from, Math.round((days * quarter) / 4)), locale)}
        </span>
      ))}
    </div>
  );
}

/** Shows how a budget is used up. Drawn on the server from the rows of the table below it. */
export function BurnDownChart({ rows, locale }: { rows: readonly OutlookRow[]; locale: Locale }) {
  const t = outlookMessages(locale);
  const [first] = rows;
  const last = rows.at(-1);
  const today = rows.filter(({ moved }) => moved).at(-1);
  if (!first || !last || !today) return null;
  const { top, x } = scaleOf(rows);
  const label = t.chartText({
    from: formatDate(first.on, locale),
    to: formatDate(last.on, locale),
    committed: formatFen(today.committedFen),
    left: formatFen(today.leftFen),
  });
  const place = x(today) / (side / 100);
  return (
    <figure className="border-line bg-surface space-y-4 rounded border p-4 sm:p-5">
      <Legend locale={locale} hasForecast={last.moved === undefined} />
      <div className="grid h-64 grid-cols-[auto_minmax(0,1fr)] gap-3 pt-6 sm:h-80">
        <Amounts top={top} locale={locale} />
        <div className="relative">
          <Drawing rows={rows} label={label} />
          <span
            aria-hidden
            className={cn(
              'text-muted absolute bottom-full mb-1 text-xs whitespace-nowrap',
              place > 50 ? '-translate-x-full pr-1' : 'pl-1',
            )}
            style={{ left: `${place}%` }}
          >
            {t.today}
          </span>
        </div>
      </div>
      <Days from={first.on} to={last.on} locale={locale} />
    </figure>
  );
}
