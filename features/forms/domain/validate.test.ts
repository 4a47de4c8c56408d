import { describe, expect, it } from 'vitest';
import type { FieldKind, FormField, FormSection } from './form';
import { incompleteSections, readSection } from './validate';

const label = { 'zh-CN': '问题', en: 'Question' };

/** Reads one typed answer to one question. */
function read(kind: FieldKind, typed: string, more: object = {}) {
  const options = [
    { value: 'training', label },
    { value: 'tuning', label },
  ];
  const section: FormSection = {
    id: 'one',
    title: label,
    fields: [{ name: 'it', kind, label, required: true, options, ...more } as FormField],
  };
  const { answers, faults } = readSection(section, { it: typed });
  return faults.it?.code ?? answers.it;
}

describe('an answer', () => {
  it('is stored in one form, however an amount is typed', () => {
    for (const typed of [
      '1200000',
      '1,200,000.00',
      '１２０００００',
      '¥ 1200000 元',
      ' 1200000. ',
    ]) {
      expect(read('money', typed)).toBe('1200000.00');
    }
  });

  it.each(['阿依古丽•买买提', '阿依古丽・买买提', ' 阿依古丽·买买提'])(
    'that is a name has one kind of point: %s',
    (typed) => {
      const field = { name: 'contactName', kind: 'text', label, required: true } as FormField;
      const section: FormSection = { id: 'one', title: label, fields: [field] };
      expect(readSection(section, { contactName: typed }).answers).toEqual({
        contactName: '阿依古丽·买买提',
      });
      // A point in another text may begin a line.
      expect(read('text', '• 项目')).toBe('• 项目');
    },
  );

  it.each([
    ['0', 'money_negative'],
    ['-5', 'money_negative'],
    ['1.234', 'money_too_precise'],
    ['12万', 'money_invalid'],
    ['1e9', 'money_invalid'],
  ])('is refused as an amount: %s', (typed, code) => {
    expect(read('money', typed)).toBe(code);
  });

  it.each([
    ['date', '2026-02-30', 'date_invalid'],
    ['date', '0202-05-06', 'date_too_early'],
    ['date', '20260-05-06', 'date_invalid'],
    ['date', '2026-02-28', '2026-02-28'],
    ['number', '１,２００.5', '1200.5'],
    ['number', '0', 'number_invalid'],
    ['email', 'Name＠Company.CN', 'name@company.cn'],
    ['email', 'name@', 'email_invalid'],
    ['phone', '138 0013 8000', '13800138000'],
    ['phone', '12', 'phone_invalid'],
    ['choice', 'tuning', 'tuning'],
    ['choice', 'mining', 'choice_unknown'],
    ['vendor', 'not a vendor', 'choice_unknown'],
  ] as const)('of kind %s: %s', (kind, typed, expected) => {
    expect(read(kind, typed)).toBe(expected);
  });

  it('is refused if it has invisible characters or characters that change its direction', () => {
    expect(read('text', 'a\u0000b')).toBe('text_invalid');
    expect(read('text', 'a\u202eb')).toBe('text_invalid');
    expect(read('text', 'a\ud800')).toBe('text_invalid');
    expect(read('longText', 'one\r\ntwo')).toBe('one\ntwo');
  });

  it('may be as long as the form allows and no longer', () => {
    expect(read('text', '汉'.repeat(60), { maxLength: 60 })).toBe('汉'.repeat(60));
    expect(read('text', '汉'.repeat(61), { maxLength: 60 })).toBe('text_too_long');
  });

  it('may be empty: missing answers are reported before submission, not while typing', () => {
    expect(read('money', '  ')).toBe('');
  });
});

/** Reads one typed answer to a question of any shape. Returns its faults by name, or the stored answer. */
function readAs(shape: object, typed: string): unknown {
  const field = { name: 'it', label, required: true, ...shape } as FormField;
  const { answers, faults } = readSection(
    { id: 'one', title: label, fields: [field] },
    { it: typed },
  );
  const codes = Object.fromEntries(Object.entries(faults).map(([name, { code }]) => [name, code]));
  return Object.keys(codes).length > 0 ? codes : answers.it;
}

const plan = {
  kind: 'table',
  maxRows: 2,
  columns: [
    { kind: 'choice', name: 'chip', label, required: true, options: [{ value: 'a', label }] },
    { kind: 'number', name: 'hours', label, required: true, sum: true },
    { kind: 'money', name: 'price', label, required: false },
  ],
};
const many = {
  kind: 'many',
  min: 1,
  max: 2,
  options: ['a', 'b', 'c'].map((value) => ({ value, label })),
};
const bounded = { kind: 'number', min: '0', max: '10', integer: true };
const days = { kind: 'period', earliest: '2026-01-01', latest: '2026-12-31' };

describe('an answer of more than one part', () => {
  it.each([
    [many, '["c","a","a"]', '["a","c"]'],
    [many, 'b', '["b"]'],
    [many, '["a","b","c"]', { it: 'choices_too_many' }],
    [many, '["a","mining"]', { it: 'choice_unknown' }],
    [many, '[]', ''],
    [
      days,
      '{"from":"２０２６/３/１","to":"2026年6月1日"}',
      '{"from":"2026-03-01","to":"2026-06-01"}',
    ],
    [days, '{"from":"2026-06-01","to":"2026-03-01"}', { 'it.to': 'period_reversed' }],
    [
      days,
      '{"from":"2025-12-31","to":"2027-01-01"}',
      { 'it.from': 'date_too_early', 'it.to': 'date_too_late' },
    ],
    [days, '{"from":"2026-03-01","to":""}', '{"from":"2026-03-01","to":""}'],
    [days, '{"from":"","to":" "}', ''],
    [days, '2026-03-01', { it: 'date_invalid' }],
    [
      plan,
      '[{"chip":"a","hours":"１,２００","price":"¥ 12.5"},{"chip":" ","hours":""}]',
      '[{"chip":"a","hours":"1200","price":"12.50"}]',
    ],
    [
      plan,
      '[{"chip":"b","hours":"many"}]',
      { 'it.0.chip': 'choice_unknown', 'it.0.hours': 'number_invalid' },
    ],
    [plan, '[{"hours":"1"},{"hours":"2"},{"hours":"3"}]', { it: 'rows_too_many' }],
    [plan, '[{},{"chip":""}]', ''],
    [plan, '<table>', { it: 'value_invalid' }],
    [bounded, '007', '7'],
    [bounded, '7.5', { it: 'number_not_whole' }],
    [bounded, '11', { it: 'number_too_large' }],
    [{ kind: 'creditCode' }, '９１３１００００ ７７５７８-５５５２Ｌ', '91310000775785552L'],
    [{ kind: 'creditCode' }, '91310000775785552X', { it: 'credit_code_checksum' }],
    [{ kind: 'region' }, '62', '62'],
    [{ kind: 'region' }, '99', { it: 'choice_unknown' }],
  ])('%#: %j, typed %s', (shape, typed, expected) => {
    expect(readAs(shape, typed)).toEqual(expected);
  });

  it('may be saved incomplete, and counts as missing until it is complete', () => {
    const field = { name: 'it', label, required: false, ...plan } as FormField;
    const form = { sections: [{ id: 'one', title: label, fields: [field] }] };
    const missing = (it: string) => incompleteSections(form, { it }, new Set());
    expect(missing('')).toEqual([]);
    expect(missing('[{"chip":"a","hours":"","price":""}]')).toEqual([
      { id: 'one', missing: ['it'] },
    ]);
    expect(missing('[{"chip":"a","hours":"1","price":""}]')).toEqual([]);
  });
});
