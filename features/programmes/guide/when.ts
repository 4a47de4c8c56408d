import type { Locale } from '@/lib/locale';
import { formatAward } from '@/features/rules/amount';
import type { Rules, When } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';
import { say } from '@/lib/bilingual';
import { situationMessages } from './messages';
import { termNames } from '@/features/rules/term-messages';

/** The dimensions by which situations differ, in the order of the columns. */
export const dimensions = [
  'applicant',
  'region',
  'age',
  'size',
  'sector',
  'onePerson',
  'chip',
  'purpose',
  'model',
  'project',
  'direction',
  'side',
  'base',
  'condition',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Formats an amount of the rules in the programme's unit, with its value where that has a price. */
export const guideAmount = (rules: Rules, yuan: string, locale: Locale): string =>
  formatAward(ruleFen(yuan), rules, locale);

/** Returns the names of codes, such as regions or sizes, as one list. */
export function namesOf(codes: readonly string[], locale: Locale): string {
  const names: Readonly<Record<string, string>> = termNames(locale);
  return codes.map((code) => names[code] ?? code).join(situationMessages(locale).list);
}

function ageText(when: When, locale: Locale): string[] {
  const t = situationMessages(locale);
  const { firmOlderThanMonths: older, firmYoungerThanMonths: younger } = when;
  return [
    ...(older === undefined ? [] : [t.older({ months: older })]),
    ...(younger === undefined ? [] : [t.younger({ months: younger })]),
  ];
}

function baseText(rules: Rules, when: When, locale: Locale): string[] {
  const t = situationMessages(locale);
  const { baseAtLeastYuan: least, baseBelowYuan: below } = when;
  return [
    ...(least === undefined ? [] : [t.atLeast({ amount: guideAmount(rules, least, locale) })]),
    ...(below === undefined ? [] : [t.below({ amount: guideAmount(rules, below, locale) })]),
  ];
}

function conditionTexts(rules: Rules, when: When, locale: Locale): string[] {
  const t = situationMessages(locale);
  const question = (flag: string) => {
    const text = rules.questions?.find(({ id }) => id === flag)?.text;
    return { question: text ? say(text, locale) : flag };
  };
  return [
    ...(when.flags ?? []).map((flag) => t.answeredYes(question(flag))),
    ...(when.notFlags ?? []).map((flag) => t.answeredNo(question(flag))),
  ];
}

/** Describes one dimension of a situation; undefined where the situation leaves it open. */
export function dimensionText(
  rules: Rules,
  when: When,
  dimension: Dimension,
  locale: Locale,
): string | undefined {
  const t = situationMessages(locale);
  const names = (codes: readonly string[] | undefined) => (codes ? [namesOf(codes, locale)] : []);
  const one = (code: string | undefined) => (code === undefined ? [] : [namesOf([code], locale)]);
  const direction = rules.directions?.find(({ id }) => id === when.direction)?.title;
  const texts: { readonly [D in Dimension]: () => string[] } = {
    applicant: () => names(when.applicantTypes),
    region: () => names(when.regions),
    age: () => ageText(when, locale),
    size: () => names(when.sizes),
    sector: () => names(when.sectors),
    onePerson: () => (when.onePerson ? [t.yes] : []),
    chip: () => one(when.chipOrigin),
    purpose: () => one(when.purpose),
    model: () => names(when.models),
    project: () => names(when.projects),
    direction: () => (direction ? [say(direction, locale)] : one(when.direction)),
    side: () => one(when.side),
    base: () => baseText(rules, when, locale),
    condition: () => conditionTexts(rules, when, locale),
  };
  const found = texts[dimension]();
  return found.length > 0 ? found.join(t.and) : undefined;
}

/** Describes a situation: every dimension with its label; empty for a rule that applies to everybody. */
export function whenText(rules: Rules, when: When, locale: Locale): string {
  const t = situationMessages(locale);
  return dimensions
    .flatMap((dimension) => {
      const value = dimensionText(rules, when, dimension, locale);
      if (value === undefined) return [];
      return [dimension === 'condition' ? value : t.part({ label: t[dimension], value })];
    })
    .join(t.and);
}

/** Returns the description of a situation in brackets, to put behind the text that it limits. */
export function onlyText(rules: Rules, when: When, locale: Locale): string {
  const list = whenText(rules, when, locale);
  return list && situationMessages(locale).only({ list });
}
