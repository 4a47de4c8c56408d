import type { Rules } from '@/features/rules/domain/rules';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import {
  limitText,
  readAmount,
  type AmountRefusal,
  type TypedAmount,
} from '@/features/rules/typed-amount';
import type { Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';

/**
 * Returns the money of an amount that a reviewer decides, which is typed in yuan or as a quantity of the programme's unit. It is above
 * zero and not above `most`; `above` names the refusal of a higher one.
 */
export function readDecided<Above extends 'amount_above_assessed' | 'amount_above_recommended'>(
  typed: TypedAmount<'amountFen'>,
  rules: Pick<Rules, 'unit' | 'unitPrice'>,
  { most, above }: { most: Fen | null; above: Above },
): Outcome<Fen, AmountRefusal | 'amount_zero' | Above> {
  const price = unitPriceOf(rules);
  const read = readAmount(typed, price, 'amountFen');
  if (!read.ok) return read;
  const { money, field } = read.value;
  if (money <= 0n) return refused('amount_zero', {}, field);
  if (most === null || money <= most) return done(money);
  return { ok: false, code: above, values: { most: limitText(most, price) }, field };
}
