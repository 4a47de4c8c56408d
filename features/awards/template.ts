import type { Rules } from '@/features/rules/domain/rules';
import { termNames } from '@/features/rules/term-messages';
import { csvFile, csvLine, csvTextCell } from '@/lib/csv';
import { defaultLocale, type Locale } from '@/lib/locale';
import { fieldsFor, type AwardField } from './domain/fields';
import { chipWords, headerSynonyms, purposeWords } from './header-messages';
import { templateMessages } from './template-messages';

const han = /\p{Script=Han}/u;
const moneyFields: readonly AwardField[] = ['base', 'otherSupport', 'stated'];

/** Returns the first of some words that is in the user's language. */
const inLanguage = (all: readonly string[], locale: Locale): string =>
  all.find((word) => han.test(word) === (locale === defaultLocale)) ?? '';

/** Returns cells as an import reads them: days, amounts and words as lists write them. */
function exampleCells(locale: Locale): Record<AwardField, string> {
  const t = templateMessages(locale);
  return {
    creditCode: t.exampleCode,
    name: t.exampleName,
    base: '100000.00',
    reference: 'HT-001',
    email: 'contact@example.com',
    registeredOn: '2020-05-20',
    signedOn: '2026-03-01',
    startsOn: '2026-03-01',
    endsOn: '2027-02-28',
    chipOrigin: inLanguage(chipWords.domestic, locale),
    purpose: inLanguage(purposeWords.training, locale),
    otherSupport: '0.00',
    stated: '30000.00',
  };
}

/** Returns the unit of the amounts of a list, in brackets. */
function unitOf({ unit }: Rules, locale: Locale): string {
  const t = templateMessages(locale);
  return unit === undefined || unit === 'yuan' ? t.yuan : t.unit({ unit: termNames(locale)[unit] });
}

/**
 * Returns a list to fill in, as a file for spreadsheets: the columns that the programme's rules use, under
 * headings that the import recognises, and one example. The example's credit code is not valid, so that an
 * example that was left in is reported as a problem and never becomes a voucher. Days are text, so that a
 * spreadsheet cannot change them.
 */
export function awardTemplate(rules: Rules, locale: Locale): string {
  const t = templateMessages(locale);
  const example = exampleCells(locale);
  const needs = fieldsFor(rules);
  const headings = needs.map(({ field, required }) => {
    const unit = moneyFields.includes(field) ? unitOf(rules, locale) : '';
    return inLanguage(headerSynonyms[field], locale) + unit + (required ? '' : t.mayBeEmpty);
  });
  const cells = needs.map(({ field }) => example[field]);
  return csvFile([headings, cells].map((line) => csvLine(line.map(csvTextCell))));
}
