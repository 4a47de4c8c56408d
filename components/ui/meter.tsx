import type { ReactNode } from 'react';
import { formatPercent, rational } from '@/lib/rational';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { cn } from './cn';
import { voucherMessages } from './voucher-messages';
import { Amount } from './money';
import type { Tone } from './status-tag';

/** The fourth part is usually what is left, and grey. */
const order = ['fill-1', 'fill-3', 'fill-2', 'fill-6', 'fill-5', 'fill-4'] as const;
const byTone: Record<Tone, string> = {
  neutral: 'fill-6',
  info: 'fill-1',
  warn: 'fill-3',
  success: 'fill-2',
  danger: 'fill-4',
  settled: 'fill-5',
};

export type Segment = { key: string; label: ReactNode; fen: Fen; tone?: Tone };

const fillOf = (segment: Segment, at: number) =>
  segment.tone ? byTone[segment.tone] : (order[at % order.length] ?? 'fill-1');

/** For the width of a part only; what is shown in figures is exact. */
const widthOf = (part: bigint, whole: bigint) =>
  whole > 0n && part > 0n ? `${Number((part * 10_000n) / whole) / 100}%` : '0';

/** The share in words, cut to a tenth of a percent. */
function Share({ part, whole }: { part: Fen; whole: Fen }) {
  if (whole <= 0n || part < 0n) return null;
  return <>{formatPercent(rational((part * 1000n) / whole, 1000n))}</>;
}

function Bar({ segments, totalFen }: { segments: readonly Segment[]; totalFen: Fen }) {
  return (
    <div
      aria-hidden
      className="border-edge bg-surface flex h-4 gap-px overflow-hidden rounded-sm border"
    >
      {segments.map((segment, at) => (
        <span
          key={segment.key}
          className={cn('bar-part', fillOf(segment, at), segment.fen > 0n && 'min-w-1')}
          style={{ width: widthOf(segment.fen, totalFen) }}
        />
      ))}
    </div>
  );
}

const Key = ({ fill }: { fill: string }) => (
  <span aria-hidden className={cn('bar-part size-3 shrink-0 self-center rounded-[2px]', fill)} />
);

/** One bar of money and the key that says what its parts are; the figures are the truth. */
export function MoneyBar(props: { segments: readonly Segment[]; totalFen: Fen; locale: Locale }) {
  const { segments, totalFen, locale } = props;
  return (
    <div className="@container space-y-3">
      <Bar segments={segments} totalFen={totalFen} />
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-4 gap-y-2 text-sm leading-5">
        {segments.map((segment, at) => (
          <div key={segment.key}>
            <dt className="text-muted flex items-baseline gap-2">
              <Key fill={fillOf(segment, at)} />
              {segment.label}
              <span className="tabular">
                <Share part={segment.fen} whole={totalFen} />
              </span>
            </dt>
            <dd className="tabular mt-0.5 font-semibold">
              <Amount fen={segment.fen} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What became of a voucher's face value. */
export function BalanceBar(props: {
  faceValueFen: Fen;
  availableFen: Fen;
  heldFen: Fen;
  usedFen: Fen;
  locale: Locale;
}) {
  const t = voucherMessages(props.locale);
  return (
    <MoneyBar
      locale={props.locale}
      totalFen={props.faceValueFen}
      segments={[
        { key: 'available', label: t.available, fen: props.availableFen, tone: 'info' },
        { key: 'held', label: t.held, fen: props.heldFen, tone: 'warn' },
        { key: 'used', label: t.used, fen: props.usedFen, tone: 'neutral' },
      ]}
    />
  );
}
