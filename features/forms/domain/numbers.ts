import { formatDecimal } from '@/lib/decimal';
import type { Locale } from '@/lib/locale';
import { formatFen, parseYuan, sumFen } from '@/lib/money';
import { say, type Bilingual } from '@/lib/bilingual';
import type { Column } from './form';
import type { Row } from './typed';

/** A number with its thousands set off, and its unit behind it. */
export function shownNumber(value: string, unit: Bilingual | undefined, locale: Locale): string {
  const digits = formatDecimal(value);
  return unit ? `${digits} ${say(unit, locale)}` : digits;
}

/** The sum of a column that is added up, as people read it; nothing of any other. */
export function columnSum(column: Column, rows: readonly Row[], locale: Locale): string {
  if (!column.sum || (column.kind !== 'number' && column.kind !== 'money')) return '';
  const amounts = rows.flatMap((row) => {
    const amount = parseYuan(row[column.name] ?? '');
    return amount.ok ? [amount.value] : [];
  });
  const sum = sumFen(amounts);
  if (column.kind === 'money') return formatFen(sum);
  const digits = `${sum / 100n}.${(sum % 100n).toString().padStart(2, '0')}`;
  return shownNumber(digits, column.unit, locale);
}
