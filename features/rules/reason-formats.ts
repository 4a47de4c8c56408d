import { comma, say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { formatAmount } from './amount';
import type { Unit } from './domain/rules';
import { countsUnits } from './domain/unit-price';
import type { ReasonValue, StepValues } from './domain/sheet';
import { factNames, roundingNotes, termNames } from './term-messages';

/** A value of a refusal or a step. A stored assessment may lack it. */
type Value = ReasonValue | undefined;

export const plain = (value: Value) => String(value ?? '');
const dateIn = (locale: Locale) => (value: Value) => formatDate(plain(value), locale);
export const zhDate = dateIn('zh-CN');
export const enDate = dateIn('en');

/** Formats amounts of the programme. */
export type Money = ((value: Value) => string) & { readonly unit: Unit | undefined };

/** Returns the format of a programme's amounts. */
export const moneyIn = (locale: Locale, unit: Unit | undefined): Money =>
  Object.assign((value: Value) => formatAmount(fen(BigInt(value ?? 0)), unit, locale), { unit });

/** Returns the names of a list of codes, such as the regions or chips in a rule. */
export const named = (locale: Locale, value: Value) => {
  const t = termNames(locale);
  const names: Readonly<Record<string, string>> = t;
  return plain(value)
    .split(',')
    .map((code) => names[code] ?? code)
    .join(say(comma, locale));
};

/** Returns the name of a fact, such as the one that is missing. */
export function factName(locale: Locale, fact: Value): string {
  const names: Readonly<Record<string, string>> = factNames(locale);
  return names[plain(fact)] ?? plain(fact);
}

/** Returns whether a cap is for a calendar year. Assessments that were stored before there were other caps do not say so. */
export const yearly = (per: Value): boolean => per === undefined || per === 'year';

type Rounded = Partial<StepValues<'rounding'>>;

/** Returns how an amount was rounded; an empty text if it was not. */
export function roundingText(locale: Locale, { rounding, unitFen }: Rounded, money: Money): string {
  if (rounding !== 'truncate' && rounding !== 'half_up' && rounding !== 'up') return '';
  if (countsUnits(money)) return roundingNotes(locale).unit(money(unitFen));
  const unit = Number(unitFen);
  const texts = roundingNotes(locale);
  return unit > 100 ? texts.more(String(unit / 100)) : texts[rounding](unit === 100);
}
