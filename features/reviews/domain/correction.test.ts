import { describe, expect, it } from 'vitest';
import type { FormDefinition, FormField } from '@/features/forms/domain/form';
import { longestFault, readFaults } from './correction';

const field = (name: string, more: object = {}) =>
  ({
    name,
    kind: 'text',
    label: { 'zh-CN': name, en: name },
    required: true,
    ...more,
  }) as FormField;
const form: FormDefinition = {
  sections: [
    {
      id: 'contract',
      title: { 'zh-CN': 'contract', en: 'contract' },
      fields: [
        field('contractAmount', { kind: 'money' }),
        field('otherSupport', {
          kind: 'yesNo',
          options: ['yes', 'no'].map((value) => ({ value, label: { 'zh-CN': value, en: value } })),
        }),
        field('contractFile', { kind: 'file' }),
        field('supportFen', { when: { field: 'otherSupport', equals: 'yes' } }),
        field('declared', { kind: 'declaration' }),
      ],
    },
  ],
};

const ticked = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`named.${name}`, 'yes']));

describe('a correction request', () => {
  it('contains only ticked fields, each with its fault', () => {
    const typed = {
      ...ticked('contractAmount', 'unknown'),
      'fault.contractAmount': ' differs from page 3 ',
      'fault.contractFile': 'typed, then not ticked after all',
      'fault.unknown': 'x',
    };
    expect(readFaults(form, {}, typed)).toEqual({
      ok: true,
      value: { contractAmount: 'differs from page 3' },
    });
  });

  it('must name at least one field', () => {
    const typed = { 'fault.contractAmount': 'wrong' };
    expect(readFaults(form, {}, typed)).toMatchObject({ ok: false, code: 'correction_empty' });
  });

  it('cannot name a field that the applicant did not see, nor a declaration', () => {
    const typed = {
      ...ticked('supportFen', 'declared'),
      'fault.supportFen': 'wrong',
      'fault.declared': 'wrong',
    };
    expect(readFaults(form, {}, typed)).toMatchObject({ ok: false, code: 'correction_empty' });
    expect(readFaults(form, { otherSupport: 'yes' }, typed)).toEqual({
      ok: true,
      value: { supportFen: 'wrong' },
    });
  });

  it('rejects a tick without a text, and a text that is too long, at their fields', () => {
    const typed = {
      ...ticked('contractAmount', 'contractFile'),
      'fault.contractAmount': 'x'.repeat(longestFault + 1),
      'fault.contractFile': '  ',
    };
    expect(readFaults(form, {}, typed)).toMatchObject({
      code: 'correction_incomplete',
      fields: {
        'fault.contractAmount': { code: 'text_too_long' },
        'fault.contractFile': { code: 'fault_missing' },
      },
    });
  });
});
