import type { CityName } from '../queries';
import { termNames } from '@/features/rules/term-messages';

const codes = new Map<string, string>(
  Object.entries(termNames('zh-CN'))
    .filter(([code]) => /^\d+$/.test(code))
    .map(([code, name]): [string, string] => [name, code]),
);

/**
 * Returns the code of the division that a city governs, by its Chinese name in the rules; undefined where no rule names
 * it.
 */
export const regionOfCity = (city: Pick<CityName, 'zh'>): string | undefined => codes.get(city.zh);
