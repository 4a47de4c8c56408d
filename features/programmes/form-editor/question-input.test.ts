import { describe, expect, it } from 'vitest';
import type { FormField } from '@/features/forms/domain/form';
import { Reader } from './reader';
import { readEdited } from './question-input';

const label = { 'zh-CN': '团队', en: 'Team' };
const hours = { 'zh-CN': '工时', en: 'Hours' };
const before: FormField = {
  kind: 'table',
  name: 'own1',
  own: true,
  required: true,
  label,
  maxRows: 5,
  columns: [
    {
      kind: 'number',
      name: 'c1',
      label: hours,
      required: true,
      sum: true,
      min: '1',
      integer: true,
      unit: hours,
    },
  ],
};

describe('a column of a table', () => {
  const read = (typed: object) => {
    const reader = new Reader({
      labelZh: '团队',
      labelEn: 'Team',
      maxRows: '5',
      'column.0.name': 'c1',
      'column.0.label': '工时 | Hours',
      'column.0.kind': 'number',
      ...typed,
    });
    const is = { existing: before, name: 'own9', kind: 'text' as const, earlier: [] };
    const field = readEdited(reader, is);
    expect(reader.faults).toEqual({});
    return field.kind === 'table' ? field.columns[0] : undefined;
  };

  it('keeps only those of its old values that the editor has no field for', () => {
    const bounds = { kind: 'number', name: 'c1', min: '1', integer: true };
    expect(read({})).toEqual({ ...bounds, label: hours, required: false });
    expect(read({ 'column.0.sum': 'yes', 'column.0.required': 'yes' })).toEqual({
      ...bounds,
      label: hours,
      required: true,
      sum: true,
    });
    expect(read({ 'column.0.kind': 'text' })).toEqual({
      kind: 'text',
      name: 'c1',
      label: hours,
      required: false,
    });
  });
});

describe('a question as it is typed in the editor', () => {
  const read = (existing: FormField | undefined, typed: Record<string, string>) => {
    const reader = new Reader(typed);
    const is = { existing, name: 'own9', kind: 'yesNo' as const, earlier: [] };
    return { field: readEdited(reader, is), faults: Object.keys(reader.faults) };
  };

  it('is read as far as possible while it cannot be saved yet', () => {
    const { field, faults } = read(undefined, { labelZh: '已融资', labelEn: '' });
    expect(field).toMatchObject({ name: 'own9', kind: 'yesNo', own: true, required: false });
    expect(field.label['zh-CN']).toBe('已融资');
    expect('options' in field && field.options).toHaveLength(2);
    expect(faults).toEqual(['labelEn']);
  });

  it('accepts only help where it is a question of the rules', () => {
    const { own: _, ...ofRules } = before;
    const typed = {
      labelZh: '别的',
      labelEn: 'Other',
      helpZh: '说明',
      helpEn: 'Help',
      maxRows: '1',
    };
    const { field, faults } = read(ofRules, typed);
    expect(field).toEqual({ ...ofRules, help: { 'zh-CN': '说明', en: 'Help' } });
    expect(faults).toEqual([]);
  });
});
