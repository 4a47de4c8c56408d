import type { Locale } from '@/lib/locale';
import { factParts } from './domain/declared/fact-messages';
import { declaredAt } from './domain/parameter-table';
import { patternOf, type Parts } from './domain/parameters';
import { parameterValues, refusalNames } from './parameter-messages';
import { factNames, termNames } from './term-messages';
import { valueNames } from './value-messages';

type Names = Readonly<Record<string, string | undefined>>;
const lastOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);
const language = /\.(zh-CN|en)$/;

/** Returns the declaration of a field, a rule or a list. @param path with or without positions and language */
const declared = (path: string) =>
  declaredAt(
    patternOf(path)
      .replace(language, '')
      .replace(/\.[?#]$/, ''),
  );

/** Returns the name of a field, a rule or a list; an empty text for a path that names none. */
export const parameterLabel = (locale: Locale, path: string): string =>
  declared(path)?.label[locale] ?? '';

/** Returns the hint for filling in a field, if there is one. */
export const parameterHint = (locale: Locale, path: string): string | undefined =>
  declaredAt(patternOf(path))?.hint?.[locale];

/** Returns the name of a value that can be chosen. */
export function valueLabel(locale: Locale, path: string, value: string): string {
  const pattern = patternOf(path);
  const own: Names = parameterValues(locale);
  const texts: Readonly<Record<string, unknown>> = valueNames(locale);
  const named = (key: string) => {
    const text = texts[key];
    return typeof text === 'string' ? text : undefined;
  };
  const terms: Names = termNames(locale);
  const refusals: Names = refusalNames(locale);
  const last = lastOf(pattern);
  if (last === 'refusals') return refusals[value] ?? value;
  if (last === 'grade') return named(`grade_${value}`) ?? value;
  if (pattern.startsWith('rules.evidence')) return named(`paper_${value}`) ?? value;
  const parent = lastOf(pattern.slice(0, Math.max(0, pattern.lastIndexOf('.'))));
  const found = own[`${pattern}:${value}`] ?? own[`${last}:${value}`] ?? own[`${parent}:${value}`];
  if (found !== undefined) return found;
  const plain = /^rules\.(mode|kind|applicants\.types|settlement\.cycle)$/.test(pattern);
  return (plain ? named(value) : undefined) ?? terms[value] ?? named(value) ?? value;
}

/** Returns the name of a fact that the rules need. */
export function factLabel(locale: Locale, fact: string): string {
  const names: Names = factNames(locale);
  const parts: Parts = factParts;
  return names[fact] ?? parts[fact]?.label[locale] ?? '';
}
