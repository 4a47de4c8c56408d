import { formatDate, isIsoDate } from '../../../lib/dates';
import type { Locale } from '../../../lib/locale';
import { formatFen, parseYuan } from '../../../lib/money';
import { say } from '../../programmes/domain/text';
import type { FormField } from './form';

export type NamedVendor = { id: string; name: string; nameEn: string | null };

/** An answer as people read it: amounts with their sign, choices and vendors by name. */
export function shownAnswer(
  field: FormField,
  value: string,
  locale: Locale,
  vendors: readonly NamedVendor[],
): string {
  switch (field.kind) {
    case 'money': {
      const amount = parseYuan(value);
      return amount.ok ? formatFen(amount.value) : value;
    }
    case 'date':
      return isIsoDate(value) ? formatDate(value, locale) : value;
    case 'choice':
    case 'yesNo': {
      const option = field.options?.find((candidate) => candidate.value === value);
      return option ? say(option.label, locale) : value;
    }
    case 'vendor': {
      const vendor = vendors.find((candidate) => candidate.id === value);
      return vendor ? (locale === 'en' && vendor.nameEn) || vendor.name : value;
    }
    default:
      return value;
  }
}
