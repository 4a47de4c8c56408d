import { MoneyField, NumberField } from '@/components/ui/fields';
import type { Locale } from '@/lib/locale';
import { fen, formatYuanPlain, type Fen } from '@/lib/money';
import { largestQuantity, type UnitPrice } from '../domain/unit-price';
import { termNames } from '../term-messages';
import { quantityField } from '../typed-amount';

/**
 * Shows the field of an amount in yuan or, where there is a unit price, of a quantity in that unit. `readAmount` reads what is
 * typed.
 */
export function WorthField(props: {
  /** The name of the field where it takes an amount in yuan. */
  name: string;
  price: UnitPrice | null | undefined;
  locale: Locale;
  label: string;
  hint?: string;
  defaultFen?: Fen;
}) {
  const { name, price, locale, label, hint, defaultFen } = props;
  const of = { name: price ? quantityField : name, label, ...(hint && { hint }) };
  if (!price) {
    return (
      <MoneyField
        {...of}
        {...(defaultFen !== undefined && { defaultValue: formatYuanPlain(defaultFen) })}
      />
    );
  }
  const most = defaultFen !== undefined && formatYuanPlain(fen(largestQuantity(defaultFen, price)));
  return (
    <NumberField
      {...of}
      width="medium"
      suffix={termNames(locale)[price.unit]}
      {...(most && { defaultValue: most })}
    />
  );
}
