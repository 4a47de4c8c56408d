import { fen, type Fen } from './money';

/** An exact non-negative fraction. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** How an amount is rounded to whole units of `unitFen` (1 = fen, 100 = yuan). */
export type Rounding = {
  readonly unitFen: bigint;
  readonly mode: 'truncate' | 'half_up' | 'up';
};

/**
 * Returns a fraction.
 * @throws RangeError for a denominator of zero or a negative fraction
 */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator <= 0n || numerator < 0n) throw new RangeError('Not a non-negative fraction.');
  return { numerator, denominator };
}

/**
 * Reads a rate from its decimal text in percent: `percent('30')`, `percent('12.5')`.
 * @throws RangeError
 */
export function percent(text: string): Rational {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`Not a percentage: ${text}`);
  const [, whole = '', decimals = ''] = match;
  return rational(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** Compares two fractions: returns less than zero, zero or more, as `a` is less than, equal to or more than `b`. */
export function compareRational(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Returns `amount × rate` in fen; it is exact until it is rounded in the given way. */
export function applyRate(amount: Fen, rate: Rational, rounding: Rounding): Fen {
  const numerator = amount * rate.numerator;
  const unit = rate.denominator * rounding.unitFen;
  const whole = numerator / unit;
  const rest = numerator % unit;
  const up = rounding.mode === 'up' ? rest > 0n : rounding.mode === 'half_up' && rest * 2n >= unit;
  return fen((up ? whole + 1n : whole) * rounding.unitFen);
}

/** Formats a rate as `30%`, `12.5%`, with at most four decimals and without trailing zeros. */
export function formatPercent(rate: Rational): string {
  const scaled = (rate.numerator * 1_000_000n) / rate.denominator;
  const whole = scaled / 10_000n;
  const decimals = (scaled % 10_000n).toString().padStart(4, '0').replace(/0+$/, '');
  return `${whole}${decimals && `.${decimals}`}%`;
}
