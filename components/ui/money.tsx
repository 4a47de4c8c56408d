import type { Locale } from '@/lib/locale';
import { formatFen, formatOverview, type Fen } from '@/lib/money';
import { cn } from './cn';
import { moneyMessages } from './money-messages';

/** Shows an amount. In an overview it is shortened; the exact amount is always within reach. */
export function Amount(props: {
  fen: Fen;
  locale: Locale;
  overview?: boolean;
  className?: string;
}) {
  const { fen, locale, overview, className } = props;
  const exact = formatFen(fen);
  const shown = overview ? formatOverview(fen, locale) : exact;
  return (
    <span
      className={cn('tabular whitespace-nowrap', className)}
      title={shown === exact ? undefined : exact}
    >
      {shown}
      {shown !== exact && (
        <span className="sr-only"> {moneyMessages(locale).exactly({ amount: exact })}</span>
      )}
    </span>
  );
}
