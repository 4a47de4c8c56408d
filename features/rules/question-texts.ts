import type { ListedVendor } from '@/features/vendors/queries';
import { organisationName } from '@/lib/organisation-name';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { parseYuan } from '@/lib/money';
import { formatAmount } from './amount';
import type { Answers } from './domain/answer-reading';
import { enoughOfVendor, type QuestionId } from './domain/declared/questions';
import { choicesOfPart, partsOf } from './domain/questions';
import type { Rules } from './domain/rules';
import { comma, say } from '@/lib/bilingual';
import { termNames } from './term-messages';
import { questionMessages } from './question-messages';
import { otherVendor } from './domain/answers';

export type Choice = { value: string; label: string };

const vendorName = (vendor: ListedVendor, locale: Locale) => organisationName(vendor, locale);

/** Returns the name of a choice: from the programme, from the check, or from the terms of the rules, in this order. */
function choiceLabel(part: string, value: string, rules: Rules, locale: Locale): string {
  const direction = rules.directions?.find(({ id }) => id === value);
  if (part === 'direction' && direction) return say(direction.title, locale);
  const t = questionMessages(locale);
  if (part === 'yearsBefore') {
    const last = choicesOfPart(part, rules)?.at(-1);
    return value === last ? t.yearsOrMore({ years: value }) : t.years({ years: value });
  }
  const own: Readonly<Record<string, unknown>> = t;
  const label = own[part === 'model' || part === 'project' ? `${part}_${value}` : value];
  const terms: Readonly<Record<string, string>> = termNames(locale);
  return typeof label === 'string' ? label : (terms[value] ?? value);
}

/** Returns the choices with their names; none for a question with a free text answer. */
export function choicesOf(
  part: string,
  rules: Rules,
  vendors: readonly ListedVendor[],
  locale: Locale,
): Choice[] {
  if (part === 'vendorId') {
    return [
      ...vendors.map((vendor) => ({ value: vendor.id, label: vendorName(vendor, locale) })),
      { value: otherVendor, label: questionMessages(locale).otherVendor },
    ];
  }
  return (choicesOfPart(part, rules) ?? []).map((value) => ({
    value,
    label: choiceLabel(part, value, rules, locale),
  }));
}

/** Returns the wording of one of the programme's own questions, or of one of its fixed awards. */
export function partLabel(part: string, rules: Rules, locale: Locale): string {
  const own = rules.questions?.find(({ id }) => part === `flag_${id}`);
  if (own) return say(own.text, locale);
  const award = rules.fixedAwards?.find(({ id }) => part === `award_${id}`);
  return award ? say(award.title, locale) : part;
}

/** Returns the wording of a question. */
export const questionTitle = (question: QuestionId, locale: Locale): string =>
  questionMessages(locale)[question];

const list = (codes: readonly string[], locale: Locale): string => {
  const names: Readonly<Record<string, string>> = termNames(locale);
  return codes.map((code) => names[code] ?? code).join(say(comma, locale));
};

/** Returns the hint for a question, if the rules contain something about it. */
export function questionHint(
  question: QuestionId,
  rules: Rules,
  locale: Locale,
): string | undefined {
  const t = questionMessages(locale);
  const { affiliates, vendors, costs } = rules;
  switch (question) {
    case 'affiliated':
      return affiliates?.sharePercent
        ? t.affiliatedFrom({ percent: affiliates.sharePercent })
        : t.affiliatedHint;
    case 'registeredOn':
      return t.registeredOnHint;
    case 'vendorCapacity':
      return t.vendorCapacityHint({ least: enoughOfVendor(rules).vendorPetaflops ?? 0 });
    case 'vendorRegion':
      return list(vendors.regions ?? [], locale);
    case 'excludedAmount':
      return t.excludedHint({ items: list(costs?.excluded ?? [], locale) });
    case 'taxAmount':
      return t.taxHint;
    case 'requestedAmount':
    case 'contractAmount':
    case 'paidAmount':
    case 'settledAmount':
    case 'meteredAmount':
      return costs ? t.moneyHintPlain : t.moneyHint;
    default:
      return undefined;
  }
}

function partText(
  part: string,
  rules: Rules,
  answers: Answers,
  vendors: readonly ListedVendor[],
  locale: Locale,
): string {
  const value = answers[part] ?? '';
  const chosen = choicesOf(part, rules, vendors, locale).find((choice) => choice.value === value);
  if (chosen) return chosen.label;
  if (/On$/.test(part) && value) return formatDate(value, locale);
  const amount = parseYuan(value);
  return amount.ok && value ? formatAmount(amount.value, rules.unit, locale) : value;
}

/** Returns an answer as text for display. */
export function answerText(
  question: QuestionId,
  rules: Rules,
  answers: Answers,
  vendors: readonly ListedVendor[],
  locale: Locale,
): string {
  const textOf = (part: string) => partText(part, rules, answers, vendors, locale);
  const parts = partsOf(question, rules);
  if (question === 'term') return parts.map(textOf).join(' – ');
  if (question === 'own' || question === 'awards') {
    return parts.map((part) => `${partLabel(part, rules, locale)} ${textOf(part)}`).join(' · ');
  }
  return parts
    .filter((part) => answers[part])
    .map(textOf)
    .join(' · ');
}
