import { say, type Bilingual } from '@/lib/bilingual';
import { formatDecimal, parseDecimal, readDecimal } from '@/lib/decimal';
import type { Locale } from '@/lib/locale';
import { formatFen, formatYuanPlain, parseYuan } from '@/lib/money';
import { done, refused } from '@/lib/result';
import { decimal, flag, unit, type BoundsOf } from './bounds';
import { oneText } from './kind';

/** Decimals are texts. Without a minimum a number must be greater than zero. */
const bounds = { min: decimal, max: decimal, integer: flag, unit };

/** Formats a number without leading zeros, so that `007.50` and `7.50` are stored the same. */
function plainNumber(digits: string): string {
  const [whole = '0', fraction] = digits.split('.');
  const plainWhole = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? plainWhole : `${plainWhole}.${fraction}`;
}

/** Formats a number with its thousands separated and its unit behind it. */
function shownNumber(value: string, of: Bilingual | undefined, locale: Locale): string {
  const digits = formatDecimal(value);
  return of ? `${digits} ${say(of, locale)}` : digits;
}

const valueOf = (text: string) => {
  const read = readDecimal(text);
  return read ? Number(`${read.whole}.${read.fraction || '0'}`) : 0;
};

/** Returns whether the bounds allow no number. */
export const numbersReversed = ({ min, max }: BoundsOf<typeof bounds>): boolean =>
  min !== undefined && max !== undefined && valueOf(min) > valueOf(max);

export const number = oneText({
  bounds,
  subject: 'number',
  isReversed: numbersReversed,
  write(text) {
    const read = parseDecimal(text);
    return read.ok ? plainNumber(read.value) : text;
  },
  check({ min, max, integer }, text) {
    const read = parseDecimal(text);
    if (!read.ok) return read;
    // Numbers have at most twelve digits and two decimals, so this comparison is exact.
    const value = Number(read.value);
    if (integer && !Number.isInteger(value)) return refused('number_not_whole');
    if (min === undefined && value <= 0) return refused('number_invalid');
    if (min !== undefined && value < Number(min))
      return refused('number_too_small', { minimum: min });
    if (max !== undefined && value > Number(max))
      return refused('number_too_large', { maximum: max });
    return done();
  },
  shown: (field, value, locale) => shownNumber(value, field.unit, locale),
  sum(field, sum, locale) {
    const digits = `${sum / 100n}.${(sum % 100n).toString().padStart(2, '0')}`;
    return shownNumber(digits, field.unit, locale);
  },
});

/** An amount, stored in yuan. It is not copied to another application. */
export const money = oneText({
  bounds: {},
  subject: 'number',
  copied: false,
  write(text) {
    const read = parseYuan(text);
    return read.ok ? formatYuanPlain(read.value) : text;
  },
  check(_, text) {
    const amount = parseYuan(text);
    if (!amount.ok) return amount;
    return amount.value > 0n ? done() : refused('money_negative');
  },
  shown(_, value) {
    const amount = parseYuan(value);
    return amount.ok ? formatFen(amount.value) : value;
  },
  sum: (_, sum) => formatFen(sum),
});
