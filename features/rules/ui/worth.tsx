import { Amount } from '@/components/ui/money';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { formatAward, formatQuantity } from '../amount';
import { amountMessages } from '../amount-messages';
import type { Rules } from '../domain/rules';
import { countsUnits, type UnitPrice } from '../domain/unit-price';

/**
 * Shows money of a case or a voucher. Where there is a unit price, the quantity that it buys comes first, with the money in
 * brackets behind it.
 */
export function Worth(props: { fen: Fen; price: UnitPrice | null | undefined; locale: Locale }) {
  const { fen, price, locale } = props;
  if (!price) return <Amount fen={fen} locale={locale} />;
  const { open, close } = amountMessages(locale);
  return (
    <span className="tabular">
      <span className="whitespace-nowrap">{formatQuantity(fen, price, locale)}</span>
      {open}
      <Amount fen={fen} locale={locale} />
      {close}
    </span>
  );
}

/** Shows an amount that the rules give: in yuan, or in the programme's unit with its value where that has a price. */
export function Award(props: {
  amount: Fen;
  rules: Pick<Rules, 'unit' | 'unitPrice'>;
  locale: Locale;
}) {
  const { amount, rules, locale } = props;
  if (!countsUnits(rules)) return <Amount fen={amount} locale={locale} />;
  return <span className="tabular">{formatAward(amount, rules, locale)}</span>;
}
