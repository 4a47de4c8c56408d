import type { ReactNode } from 'react';
import { formatPercent, rational } from '@/lib/rational';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { cn } from './cn';
import { Amount } from './money';

const fills = ['bg-chart-1', 'bg-chart-3', 'bg-chart-2', 'bg-chart-6', 'bg-chart-5'] as const;

export type Segment = { key: string; label: ReactNode; fen: Fen };

const shareOf = (part: bigint, whole: bigint) =>
  whole > 0n && part > 0n ? Number((part * 10_000n) / whole) / 100 : 0;

/** One bar of money and the table it draws; the table is the truth, the bar the glance. */
export function MoneyBar(props: { segments: readonly Segment[]; totalFen: Fen; locale: Locale }) {
  const { segments, totalFen, locale } = props;
  return (
    <div className="space-y-3">
      <div
        aria-hidden
        className="bg-neutral-bg border-line flex h-4 overflow-hidden rounded border"
      >
        {segments.map((segment, at) => (
          <span
            key={segment.key}
            className={cn('bar-part', fills[at % fills.length])}
            style={{ width: `${shareOf(segment.fen, totalFen)}%` }}
          />
        ))}
      </div>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        {segments.map((segment, at) => (
          <div key={segment.key} className="flex items-baseline justify-between gap-3">
            <dt className="flex items-center gap-2">
              <span
                aria-hidden
                className={cn('bar-part size-3 rounded-sm', fills[at % fills.length])}
              />
              {segment.label}
            </dt>
            <dd className="text-right">
              <Amount fen={segment.fen} locale={locale} />
              {totalFen > 0n && segment.fen >= 0n && (
                <span className="text-muted tabular ml-2">
                  {formatPercent(rational((segment.fen * 1000n) / totalFen, 1000n))}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
