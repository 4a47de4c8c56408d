import { termNames } from '@/features/rules/term-messages';
import type { Bilingual } from '@/lib/bilingual';

const codes = new Map<string, string>(
  Object.entries(termNames('zh-CN'))
    .filter(([code]) => /^\d+$/.test(code))
    .map(([code, name]): [string, string] => [name, code]),
);

/**
 * Returns the code of the division that a city governs, by its Chinese name in the rules; undefined where no rule names
 * it.
 */
export const regionOfCity = (city: Bilingual): string | undefined => codes.get(city['zh-CN']);
