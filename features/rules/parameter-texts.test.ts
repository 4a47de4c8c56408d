import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { parameterTable, sectionIds } from './domain/parameter-table';
import type { Parameter, Parts } from './domain/parameters';
import { parameterLabel, valueLabel } from './parameter-texts';

type Named = { path: string; values: readonly string[] };

function everything(parts: Parts, under: string): Named[] {
  return Object.entries(parts).flatMap(([key, part]) =>
    named(part, under ? `${under}.${key}` : key),
  );
}
function named(parameter: Parameter, path: string): Named[] {
  const here: Named = { path, values: 'values' in parameter ? parameter.values : [] };
  if (parameter.kind === 'group') return [here, ...everything(parameter.parts, path)];
  if (parameter.kind !== 'rows') return [here];
  const inner = parameter.of.kind === 'group' ? everything(parameter.of.parts, path) : [];
  return [here, ...inner];
}
const all = sectionIds.flatMap((id) => everything(parameterTable[id], ''));

describe.each(locales)('in %s', (locale) => {
  test('every field, every rule and every list has a name', () => {
    expect(all.filter(({ path }) => parameterLabel(locale, path) === '')).toEqual([]);
  });

  test('every value that can be chosen has a name of its own', () => {
    const unnamed = all.flatMap(({ path, values }) => {
      const names = values.map((value) => valueLabel(locale, path, value));
      expect(new Set(names).size, path).toBe(names.length);
      return values.filter((value, at) => names[at] === value).map((value) => `${path}:${value}`);
    });
    // Some values have the same name in English as in the code. None of the names is a code.
    const code = /_|[a-z][A-Z]/;
    const valueOf = (name: string) => name.slice(name.indexOf(':') + 1);
    expect(unnamed.filter((name) => locale === 'zh-CN' || code.test(valueOf(name)))).toEqual([]);
  });
});
