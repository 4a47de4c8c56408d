import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { fieldKinds, logicOf, type FieldKind, type FormField } from './domain/kinds';
import type { Bound } from './domain/kinds/bounds';
import { questionText } from './text';

const label = { 'zh-CN': '甲', en: 'One' };
const option = (value: string) => ({ value, label: { 'zh-CN': value, en: value } });

/** A value of each sort of bound. */
const example: Readonly<Record<Bound['sort'], unknown>> = {
  count: 7,
  decimal: '7',
  day: '2026-07-07',
  flag: true,
  unit: label,
  sample: label,
  fileTypes: ['ofd'],
  options: [option('a'), option('b')],
  columns: [{ kind: 'text', name: 'c1', label, required: true }],
};

const textOf = (kind: FieldKind, bounds: object) => {
  const field = { kind, name: 'own', label, required: true, ...bounds } as FormField;
  return locales.map((locale) => questionText(locale, { sections: [] }, field));
};

describe.each(fieldKinds)('a question of kind %s in words', (kind) => {
  // The comparison of versions shows only these words: a change of a bound without words is seen by nobody.
  test('shows every bound', () => {
    const bounds = Object.entries(logicOf(kind).bounds);
    const silent = bounds.filter(([name, { sort }]) =>
      textOf(kind, { [name]: example[sort] }).some((text, at) => text === textOf(kind, {})[at]),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

test('a column of a table in words shows each of its settings', () => {
  const column = { kind: 'number', name: 'c1', label, required: true };
  const texts = [
    column,
    { ...column, required: false },
    { ...column, kind: 'money' },
    { ...column, max: '7' },
    { ...column, unit: label },
    { ...column, sum: true },
  ].map((one) => textOf('table', { columns: [one], maxRows: 3 }));
  for (const at of locales.keys()) {
    expect(new Set(texts.map((text) => text[at])).size).toBe(texts.length);
  }
  expect(texts[0]).toEqual([
    '表格；必填；各列：甲（数字、必填）；最多 3 行',
    'Table; required; columns: One (Number, required); at most 3 rows',
  ]);
});
