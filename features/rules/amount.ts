import type { Locale } from '@/lib/locale';
import { formatFen, type Fen } from '@/lib/money';
import type { Unit } from './domain/rules';
import { termNames } from './term-messages';

/**
 * Formats an amount of a programme: `¥1,200.00`, or `1,200.00 GPU-hours` if the programme gives something other than money.
 * @param amount hundredths of the unit, which for yuan is fen
 */
export function formatAmount(amount: Fen, unit: Unit | undefined, locale: Locale): string {
  const money = formatFen(amount);
  if (unit === undefined || unit === 'yuan') return money;
  return `${money.replace('¥', '')} ${termNames(locale)[unit]}`;
}
