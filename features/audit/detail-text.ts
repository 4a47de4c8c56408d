import { formatDate, formatUntil, isIsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { findText } from '@/lib/messages';
import { fen, formatFen } from '@/lib/money';
import { auditFields, auditValues } from './detail-messages';

export type EventData = Readonly<Record<string, string | number | boolean | null>>;

/** Parts that people do not need to read: ids, switches, and names of fields. */
const unread = /^(requirement|section|fields|noConflict|slug|.*Id)$/;
const unreadValue = /^(|true|false|[0-9a-f]{8}-[0-9a-f-]{27})$/;

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const amount = /^-?\d+$/;

/** Returns a value as people read it: amounts in yuan, days and times in China, codes in words. */
function valueText(locale: Locale, name: string, value: string): string {
  if (name.endsWith('Fen') && amount.test(value)) return formatFen(fen(BigInt(value)));
  if (instant.test(value)) return formatUntil(new Date(value), locale);
  if (isIsoDate(value)) return formatDate(value, locale);
  const codes = Object.entries(auditValues).find(([known]) => known === name)?.[1];
  return (codes && findText(codes(locale), value)) ?? value;
}

/** Returns the parts of an event's data with their names, without those that `known` says already. */
export function detailText(locale: Locale, data: EventData, known: readonly string[] = []): string {
  return Object.entries(data)
    .map(([name, value]) => [name, value === null ? '' : String(value)] as const)
    .filter(([name, value]) => !unread.test(name) && !unreadValue.test(value))
    .filter(([, value]) => !known.includes(value))
    .map(([name, value]) =>
      [findText(auditFields(locale), name), valueText(locale, name, value)]
        .filter(Boolean)
        .join(' '),
    )
    .join(' · ');
}
