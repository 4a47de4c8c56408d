import { describe, expect, it } from 'vitest';
import type { Column, FormField } from './form';
import { columnSum } from './kinds/table';
import { shownAnswer } from './shown';

const word = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const hours: Column = {
  kind: 'number',
  name: 'hours',
  label: word('卡时', 'Card-hours'),
  required: true,
  sum: true,
  unit: word('卡时', 'card-hours'),
};
const price: Column = {
  kind: 'money',
  name: 'price',
  label: word('单价', 'Price'),
  required: true,
  sum: true,
};
const chip: Column = {
  kind: 'choice',
  name: 'chip',
  label: word('芯片', 'Chip'),
  required: false,
  options: [{ value: 'a', label: word('昇腾', 'Ascend') }],
};
const common = { name: 'x', label: word('问', 'Question'), required: false };
const table: FormField = { kind: 'table', ...common, columns: [chip, hours, price], maxRows: 5 };
const period: FormField = { kind: 'period', ...common };
const region: FormField = { kind: 'region', ...common };
const vendor: FormField = { kind: 'vendor', ...common };
const vendors = [
  { id: 'v', name: '陇东智算', nameEn: 'Longdong Compute' },
  { id: 'w', name: '无英文名', nameEn: null },
];

describe('an answer as people read it', () => {
  it.each([
    [
      table,
      '[{"chip":"a","hours":"40000","price":"12.5"}]',
      '1. Chip Ascend · Card-hours 40,000 card-hours · Price ¥12.50',
    ],
    // An empty row, as a form sends it, is not a row.
    [table, '[{"hours":""},{"hours":"3"},{"chip":" "}]', '1. Card-hours 3 card-hours'],
    [table, '[]', ''],
    [period, '{"from":"2026-01-31","to":""}', '31 Jan 2026 – '],
    [period, '{"from":"","to":""}', '{"from":"","to":""}'],
    [region, '62', 'Gansu'],
    [region, 'nowhere', 'nowhere'],
    [vendor, 'v', 'Longdong Compute'],
    [vendor, 'w', '无英文名'],
    [vendor, 'gone', 'gone'],
  ] satisfies [FormField, string, string][])('%#: %s', (field, answer, shown) => {
    expect(shownAnswer(field, answer, 'en', vendors)).toBe(shown);
  });
});

describe('the sum of a column', () => {
  const rows = [
    { hours: '1,000.5', price: '0.10' },
    { hours: '０.75', price: '0.20' },
    { hours: 'many', price: '' },
  ];
  it.each([
    [hours, '1,001.25 card-hours'],
    [price, '¥0.30'],
    [chip, ''],
    [{ ...hours, sum: false }, ''],
  ] satisfies [Column, string][])('%#', (column, sum) => {
    expect(columnSum(column, rows, 'en')).toBe(sum);
  });
});
