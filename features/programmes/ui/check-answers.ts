import type { Locale } from '@/lib/locale';
import { formatDate } from '@/lib/dates';
import { formatFen, parseYuan } from '@/lib/money';
import type { ListedVendor } from '@/features/vendors/queries';
import { otherVendor, type CheckAnswers, type QuestionId } from '../domain/check';
import { applicantTypes, chipOrigins, purposes } from '../domain/rules';
import { checkMessages } from '../messages';

export type Choice = { value: string; label: string };

const vendorName = (vendor: ListedVendor, locale: Locale) =>
  locale === 'en' ? (vendor.nameEn ?? vendor.name) : vendor.name;

/** What one may choose from; nothing for a question that is answered in writing. */
export function choicesOf(
  question: QuestionId,
  vendors: readonly ListedVendor[],
  locale: Locale,
): Choice[] {
  const t = checkMessages(locale);
  const named = <T extends keyof typeof t>(values: readonly T[]): Choice[] =>
    values.map((value) => ({ value, label: String(t[value]) }));
  switch (question) {
    case 'applicantType':
      return named(applicantTypes);
    case 'purpose':
      return named(purposes);
    case 'chipOrigin':
      return named(chipOrigins);
    case 'vendorId':
      return [
        ...vendors.map((vendor) => ({ value: vendor.id, label: vendorName(vendor, locale) })),
        { value: otherVendor, label: t.otherVendor },
      ];
    case 'affiliated':
    case 'otherSupport':
      return named(['no', 'yes']);
    default:
      return [];
  }
}

const moneyText = (text: string): string => {
  const amount = parseYuan(text);
  return amount.ok ? formatFen(amount.value) : text;
};

/** An answer as it is told back. */
export function answerText(
  question: QuestionId,
  answers: CheckAnswers,
  vendors: readonly ListedVendor[],
  locale: Locale,
): string {
  const value = answers[question] ?? '';
  const chosen = choicesOf(question, vendors, locale).find((choice) => choice.value === value);
  if (question === 'otherSupport' && answers.otherSupportFen) {
    return `${chosen?.label ?? value} · ${moneyText(answers.otherSupportFen)}`;
  }
  if (chosen) return chosen.label;
  if (question === 'term') {
    const { startsOn = '', endsOn = '' } = answers;
    return `${formatDate(startsOn, locale)} – ${formatDate(endsOn, locale)}`;
  }
  const isDate = question === 'registeredOn' || question === 'signedOn';
  return isDate ? formatDate(value, locale) : moneyText(value);
}
