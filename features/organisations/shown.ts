import type { Locale } from '@/lib/locale';
import { relationNames, sectorNames, sizeNames, typeNames } from './messages';

/** Formats hundredths of a percent as people write them: `12.5%`. */
export const shownShare = (share: number): string => `${share / 100}%`;

const catalogues: Readonly<Record<string, (locale: Locale) => Readonly<Record<string, string>>>> = {
  applicantType: typeNames,
  size: sizeNames,
  sector: sectorNames,
  relation: relationNames,
};

/** Returns a value as the profile shows it. */
export function shownValue(locale: Locale, name: string, value: string): string {
  if (value === '') return '—';
  if (name === 'share') return `${value}%`;
  return catalogues[name]?.(locale)[value] ?? value;
}
