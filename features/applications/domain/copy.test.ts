import { describe, expect, it } from 'vitest';
import { copiable, readKnown } from './copy';
import type { FieldKind, FormDefinition, FormField } from '@/features/forms/domain/form';

const label = { 'zh-CN': '问题', en: 'Question' };
const field = (name: string, kind: FieldKind, more: Partial<FormField> = {}): FormField =>
  ({ name, kind, label, required: true, ...more }) as FormField;
const form = (...fields: FormField[]): FormDefinition => ({
  sections: [{ id: 'one', title: label, fields }],
});
const options = (...values: string[]) => ({ options: values.map((value) => ({ value, label })) });

describe('what a new application can take over from an earlier one', () => {
  it('is every answer of a field with the same name and kind', () => {
    const one = form(field('projectName', 'text'), field('contactPhone', 'phone'));
    const answers = { projectName: '方言模型', contactPhone: '13800138000', gone: '旧' };
    expect(copiable(one, one, answers)).toEqual({
      projectName: '方言模型',
      contactPhone: '13800138000',
    });
  });

  it('is no answer to a field of another kind with the same name, or to a field that the form no longer has', () => {
    const from = form(field('scale', 'text'), field('gone', 'text'));
    const to = form(field('scale', 'number'), field('fresh', 'text'));
    expect(copiable(from, to, { scale: '3', gone: '旧', fresh: '' })).toEqual({});
  });

  it('is no answer about one contract: its amounts, days, number and declarations', () => {
    const contract = form(
      field('contractNumber', 'text'),
      field('contractAmount', 'money'),
      field('signedOn', 'date'),
      field('affiliated', 'choice', options('yes', 'no')),
      field('vendorId', 'vendor'),
      field('declared', 'declaration'),
      field('licenceFile', 'file'),
    );
    const vendorId = '00000000-0000-7000-8000-000000000001';
    const answers = {
      contractNumber: 'HT-1',
      contractAmount: '100.00',
      signedOn: '2026-01-01',
      affiliated: 'no',
      vendorId,
      declared: 'yes',
      licenceFile: 'x',
    };
    expect(copiable(contract, contract, answers)).toEqual({ vendorId });
  });

  it('is only an answer that is valid there: a choice that is offered, a text that is not too long', () => {
    const from = form(
      field('purpose', 'choice', options('training', 'rendering')),
      field('projectName', 'text'),
    );
    const to = form(
      field('purpose', 'choice', options('training')),
      field('projectName', 'text', { maxLength: 3 }),
    );
    expect(copiable(from, to, { purpose: 'rendering', projectName: '四个字的' })).toEqual({});
    expect(copiable(from, to, { purpose: 'training', projectName: '三个字' })).toEqual({
      purpose: 'training',
      projectName: '三个字',
    });
  });

  it('is no answer to a question that is not asked after the copied answers', () => {
    const when = { when: { field: 'kind', equals: 'other' } };
    const one = form(field('kind', 'text'), field('which', 'text', when));
    expect(copiable(one, one, { kind: 'usual', which: '旧' })).toEqual({ kind: 'usual' });
    expect(copiable(one, one, { kind: 'other', which: '旧' })).toEqual({
      kind: 'other',
      which: '旧',
    });
  });
});

it.each([
  ['621002', '6210'],
  ['620100', '62'],
  ['110108', 'elsewhere'],
])('the division %s is the region %s of those that the rules name', (division, region) => {
  const one = form(field('region', 'choice', options('62', '6210', 'elsewhere')));
  expect(readKnown(one, { region: division })).toEqual({ region });
});

it('a known value is used where the form has a field of that name that accepts it', () => {
  const one = form(field('contactPhone', 'phone'), field('purpose', 'choice', options('training')));
  const known = { contactPhone: '138 0013 8000', purpose: 'mining', other: 'x', n: 3 };
  expect(readKnown(one, known)).toEqual({ contactPhone: '13800138000' });
});
