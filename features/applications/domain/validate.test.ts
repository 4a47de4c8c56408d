import { describe, expect, it } from 'vitest';
import type { FieldKind, FormField, FormSection } from './form';
import { readSection } from './validate';

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
  it('is kept in one form however an amount is typed', () => {
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

  it('is refused when characters hide or turn its direction', () => {
    expect(read('text', 'a\u0000b')).toBe('text_invalid');
    expect(read('text', 'a\u202eb')).toBe('text_invalid');
    expect(read('text', 'a\ud800')).toBe('text_invalid');
    expect(read('longText', 'one\r\ntwo')).toBe('one\ntwo');
  });

  it('may be as long as the form allows and no longer', () => {
    expect(read('text', '汉'.repeat(60), { maxLength: 60 })).toBe('汉'.repeat(60));
    expect(read('text', '汉'.repeat(61), { maxLength: 60 })).toBe('text_too_long');
  });

  it('may be empty: what is missing is told before submission, not while typing', () => {
    expect(read('money', '  ')).toBe('');
  });
});
