import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { shareTexts } from '@/lib/shares';
import { cn } from './cn';
import { Link } from './link';
import { voucherMessages } from './voucher-messages';
import { Amount } from './money';

/**
 * The fills of money by its use, the same on every page: spent or at least given out, owed to a payee, set aside for an order, on
 * vouchers, promised to cases that have passed, or free.
 */
const moneyFills = {
  spent: 'fill-spent',
  due: 'fill-due',
  held: 'fill-held',
  issued: 'fill-issued',
  promised: 'fill-promised',
  free: 'fill-free',
} as const;

export type Segment = {
  key: string;
  label: ReactNode;
  fen: Fen;
  fill: keyof typeof moneyFills;
  /** The page that lists what the part consists of. */
  href?: string;
};

/** Returns the width of a part in percent; the figures that are shown are exact. */
const widthOf = (part: bigint, whole: bigint) =>
  whole > 0n && part > 0n ? `${Number((part * 10_000n) / whole) / 100}%` : '0';

function Bar({ segments, totalFen }: { segments: readonly Segment[]; totalFen: Fen }) {
  return (
    <div
      aria-hidden
      className="border-edge bg-surface flex h-4 gap-px overflow-hidden rounded-sm border"
    >
      {segments.map((segment) => (
        <span
          key={segment.key}
          className={cn('bar-part', moneyFills[segment.fill], segment.fen > 0n && 'min-w-1')}
          style={{ width: widthOf(segment.fen, totalFen) }}
        />
      ))}
    </div>
  );
}

const Key = ({ fill }: { fill: string }) => (
  <span
    aria-hidden
    className={cn('bar-part border-edge size-3 shrink-0 self-center rounded-[2px] border', fill)}
  />
);

/** Shows a bar of money and its key; the exact values are the figures. */
export function MoneyBar(props: { segments: readonly Segment[]; totalFen: Fen; locale: Locale }) {
  const { segments, totalFen, locale } = props;
  const shares = shareTexts(
    segments.map(({ fen }) => fen),
    totalFen,
  );
  return (
    <div className="@container space-y-3">
      <Bar segments={segments} totalFen={totalFen} />
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-4 gap-y-2 text-sm leading-5">
        {segments.map((segment, at) => (
          <div key={segment.key}>
            <dt className="text-muted flex items-baseline gap-2">
              <Key fill={moneyFills[segment.fill]} />
              {segment.href ? (
                <Link href={segment.href} className="link inline-flex min-h-6 items-center">
                  {segment.label}
                </Link>
              ) : (
                <span className="inline-flex min-h-6 items-center">{segment.label}</span>
              )}
              {shares && <span className="tabular">{shares[at]}</span>}
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

/** Shows how much of a voucher's face value is spent, held and left. */
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
        { key: 'available', label: t.available, fen: props.availableFen, fill: 'free' },
        { key: 'held', label: t.held, fen: props.heldFen, fill: 'held' },
        { key: 'used', label: t.used, fen: props.usedFen, fill: 'spent' },
      ]}
    />
  );
}
