import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fen, formatFen, parseYuan } from '@/lib/money';
import { formatAmount } from '@/features/rules/amount';
import { assumptionMessages, compareMessages, helpMessages } from './messages';
import { elsewhere } from '@/features/rules/domain/situations';
import type { Assumption } from '@/features/rules/domain/profile';
import {
  applicantTypes,
  bases,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  type Rules,
} from '@/features/rules/domain/rules';
import { groupByAvailability, availabilities, type Availability } from '../domain/availability';
import { say } from '@/lib/bilingual';
import type { Help } from '@/features/rules/domain/what-would-help';
import { namesOf } from '../guide/when';
import { termNames } from '@/features/rules/term-messages';
import { questionMessages } from '@/features/rules/question-messages';
import {
  otherUnits,
  profileFields,
  unitField,
  type ProfileAnswers,
} from '@/features/programmes/check/profile-answers';

type Value = string | number | bigint | undefined;
const plain = (value: Value) => String(value ?? '');

/** Describes an assumption. */
export function assumptionText(locale: Locale, { code, values }: Assumption): string {
  const t = assumptionMessages(locale);
  const named = { value: namesOf([plain(values.value)], locale) };
  const on = (value: Value) => formatDate(plain(value), locale);
  switch (code) {
    case 'registeredOn':
    case 'signedOn':
      return t[code]({ value: on(values.value) });
    case 'term':
      return t.term({ from: on(values.from), to: on(values.to) });
    case 'flag': {
      const question = {
        question: say({ 'zh-CN': plain(values.zh), en: plain(values.en) }, locale),
      };
      return values.answer === 'yes' ? t.flagYes(question) : t.flagNo(question);
    }
    case 'spent':
    case 'requested':
    case 'vendor':
    case 'upperTier':
      return t[code];
    default:
      return t[code](named);
  }
}

function changeText(locale: Locale, { code, values }: Help, { unit }: Rules): string {
  const t = helpMessages(locale);
  const money = (value: Value) => ({
    amount: formatAmount(fen(BigInt(value ?? 0)), unit, locale),
  });
  const on = (value: Value) => ({ date: formatDate(plain(value), locale) });
  switch (code) {
    case 'base': {
      const of = bases.find((base) => base === values.of) ?? 'contract';
      return t[`base_${of}`](money(values.base));
    }
    case 'baseBelow':
      return t.baseBelow(money(values.least));
    case 'signedFrom':
    case 'signedTo':
    case 'endsOn':
    case 'applyFrom':
      return t[code](on(values.date));
    case 'term':
      return t.term({ from: on(values.from).date, to: on(values.to).date });
    case 'affiliated':
    case 'otherSupport':
      return t[code];
    default:
      return t[code]({ value: namesOf([plain(values.value)], locale) });
  }
}

/**
 * Returns the summary of a comparison: how many programmes give something, counted by availability, because applications
 * are possible only for open programmes and not needed for automatic ones.
 */
export function headlineText(
  locale: Locale,
  {
    yes,
  }: { readonly yes: readonly { readonly programme: { readonly availability: Availability } }[] },
): string {
  const t = compareMessages(locale);
  if (yes.length === 0) return t.noneEligible;
  const groups = groupByAvailability(yes, ({ programme }) => programme.availability);
  const counts = availabilities.flatMap((availability) => {
    const n = groups[availability].length;
    return n > 0 ? [t[`count_${availability}`]({ n })] : [];
  });
  return [...(groups.open.length > 0 ? [] : [t.noneOpen]), ...counts].join(t.countGap);
}

/** Describes the direction that the comparison picked, where there are several. */
export function pickedText(
  locale: Locale,
  { directions = [] }: Rules,
  direction: string | undefined,
): string | undefined {
  const title = directions.find(({ id }) => id === direction)?.title;
  if (!title || directions.length < 2) return undefined;
  return assumptionMessages(locale).direction({ title: say(title, locale) });
}

/** Describes the one change that would be enough, and what it would give. */
export const helpText = (locale: Locale, help: Help, rules: Rules): string =>
  compareMessages(locale).wouldGive({
    change: changeText(locale, help, rules),
    amount: formatAmount(help.amountFen, rules.unit, locale),
  });

/** Lists every region that rules name, the parts of a province before the rest of it. */
function regionOptions(locale: Locale): { value: string; label: string }[] {
  const t = compareMessages(locale);
  const names: Readonly<Record<string, string>> = termNames(locale);
  const codes = Object.keys(names)
    .filter((code) => /^\d+$/.test(code))
    .sort();
  const label = (code: string) => {
    const region = names[code] ?? code;
    const whole = !codes.some((other) => other !== code && other.startsWith(code));
    return whole ? region : t.elsewhereIn({ region });
  };
  return [
    ...codes.map((code) => ({ value: code, label: label(code) })),
    { value: elsewhere, label: t.elsewhere },
  ];
}

const choiceFields = {
  applicantType: applicantTypes,
  size: firmSizes,
  sector: sectors,
  purpose: purposes,
  chipOrigin: chipOrigins,
  affiliated: ['no', 'yes'],
  otherSupport: ['no', 'yes'],
  onePerson: ['no', 'yes'],
  model: modelStatuses,
  project: projectRanks,
} as const;
export type ChoiceField = keyof typeof choiceFields | 'region';

/** Lists the options of a field, with the same texts as in the check. */
export function profileOptions(
  name: ChoiceField,
  locale: Locale,
): { value: string; label: string }[] {
  if (name === 'region') return regionOptions(locale);
  const words: Readonly<Record<string, unknown>> = questionMessages(locale);
  const plainTerms = name === 'size' || name === 'sector';
  return choiceFields[name].map((value) => {
    const key = name === 'model' || name === 'project' ? `${name}_${value}` : value;
    const label = plainTerms ? undefined : words[key];
    return { value, label: typeof label === 'string' ? label : namesOf([value], locale) };
  });
}

const dateFields = ['registeredOn', 'signedOn', 'startsOn', 'endsOn'] as const;
const moneyFields = ['contractAmount', 'paidAmount', 'otherSupportAmount'] as const;
const choices = [...Object.keys(choiceFields), 'region'] as ChoiceField[];

/** Lists the given answers with their labels, in the order of the form. */
export function answerTexts(
  answers: ProfileAnswers,
  locale: Locale,
): { term: string; value: string }[] {
  const t = compareMessages(locale);
  return profileFields.flatMap((name) => {
    const typed = answers[name];
    if (typed === undefined) return [];
    const choice = choices.find((field) => field === name);
    if (choice) {
      const options = profileOptions(choice, locale);
      const label = options.find(({ value }) => value === typed)?.label ?? typed;
      return [{ term: t[choice], value: label }];
    }
    const date = dateFields.find((field) => field === name);
    if (date) return [{ term: t[date], value: formatDate(typed, locale) }];
    const read = parseYuan(typed);
    const money = moneyFields.find((field) => field === name);
    if (money) return [{ term: t[money], value: read.ok ? formatFen(read.value) : typed }];
    const unit = otherUnits.find((other) => unitField(other) === name);
    return unit ? [{ term: t.need({ unit: termNames(locale)[unit] }), value: typed }] : [];
  });
}
