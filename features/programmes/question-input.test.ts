import { describe, expect, it } from 'vitest';
import type { FormField } from '@/features/applications/domain/form';
import { Reader, readQuestion } from './question-input';

const label = { 'zh-CN': '团队', en: 'Team' };
const hours = { 'zh-CN': '工时', en: 'Hours' };
const before: FormField = {
  ...{ kind: 'table', name: 'own1', own: true, required: true, label, maxRows: 5 },
  columns: [
    {
      ...{ kind: 'number', name: 'c1', label: hours, required: true, sum: true },
      ...{ min: '1', integer: true, unit: hours },
    },
  ],
};

describe('a column of a table', () => {
  const read = (typed: object) => {
    const reader = new Reader({
      ...{ labelZh: '团队', labelEn: 'Team', maxRows: '5' },
      ...{ 'column.0.name': 'c1', 'column.0.label': '工时 | Hours', 'column.0.kind': 'number' },
      ...typed,
    });
    const is = { name: 'own1', kind: 'table' as const, before, earlier: [] };
    const field = readQuestion(reader, is);
    expect(reader.faults).toEqual({});
    return field.kind === 'table' ? field.columns[0] : undefined;
  };

  it('keeps what the editor does not ask, and only that, of what it was', () => {
    const bounds = { kind: 'number', name: 'c1', min: '1', integer: true };
    expect(read({})).toEqual({ ...bounds, label: hours, required: false });
    expect(read({ 'column.0.sum': 'yes', 'column.0.required': 'yes' })).toEqual({
      ...{ ...bounds, label: hours, required: true, sum: true },
    });
    expect(read({ 'column.0.kind': 'text' })).toEqual({
      ...{ kind: 'text', name: 'c1', label: hours, required: false },
    });
  });
});
