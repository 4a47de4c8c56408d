import { describe, expect, it } from 'vitest';
import type { FormDefinition, FormField } from '../../applications/domain/form';
import { longestFault, readFaults } from './correction';

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  kind: 'text',
  label: { 'zh-CN': name, en: name },
  required: true,
  ...more,
});
const form: FormDefinition = {
  sections: [
    {
      id: 'contract',
      title: { 'zh-CN': 'contract', en: 'contract' },
      fields: [
        field('contractFen', { kind: 'money' }),
        field('contractFile', { kind: 'file' }),
        field('supportFen', { when: { field: 'otherSupport', equals: 'yes' } }),
        field('declared', { kind: 'declaration' }),
      ],
    },
  ],
};

describe('a correction request', () => {
  it('names only fields with something wrong', () => {
    const typed = {
      'fault.contractFen': ' differs from page 3 ',
      'fault.contractFile': '',
      'fault.unknown': 'x',
    };
    expect(readFaults(form, {}, typed)).toEqual({
      ok: true,
      value: { contractFen: 'differs from page 3' },
    });
  });

  it('cannot name what was not asked, nor a declaration', () => {
    const typed = { 'fault.supportFen': 'wrong', 'fault.declared': 'wrong' };
    expect(readFaults(form, {}, typed)).toMatchObject({ ok: false, code: 'correction_empty' });
    expect(readFaults(form, { otherSupport: 'yes' }, typed)).toMatchObject({
      value: { supportFen: 'wrong' },
    });
  });

  it('refuses a text that is too long, at its field', () => {
    const typed = { 'fault.contractFen': 'x'.repeat(longestFault + 1) };
    expect(readFaults(form, {}, typed)).toMatchObject({
      code: 'correction_too_long',
      fields: { 'fault.contractFen': { code: 'text_too_long' } },
    });
  });
});
