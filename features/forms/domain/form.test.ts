import { describe, expect, it } from 'vitest';
import {
  declarations,
  openFields,
  pageSections,
  progressOf,
  typedAnswers,
} from '@/features/applications/domain/editing';
import { missingFields, shownFields, type FormDefinition, type FormSection } from './form';
import { effectiveAnswers, incompleteSections } from './validate';

const label = { 'zh-CN': '问题', en: 'Question' };
const yesNo = [
  { value: 'yes', label },
  { value: 'no', label },
];

const support: FormSection = {
  id: 'support',
  title: label,
  fields: [
    { name: 'otherSupport', kind: 'yesNo', label, required: true, options: yesNo },
    {
      name: 'otherSupportAmount',
      kind: 'money',
      label,
      required: true,
      when: { field: 'otherSupport', equals: 'yes' },
    },
    { name: 'remarks', kind: 'longText', label, required: false },
    { name: 'contractFile', kind: 'file', label, required: true },
  ],
};
const form: FormDefinition = {
  sections: [
    support,
    {
      id: 'declaration',
      title: label,
      fields: [{ name: 'declared', kind: 'declaration', label, required: true }],
    },
  ],
};

describe('conditions', () => {
  it('shows a question only when the answer it depends on is given', () => {
    const names = (answers: Record<string, string>) =>
      shownFields(form, support, answers).map((field) => field.name);
    expect(names({})).not.toContain('otherSupportAmount');
    expect(names({ otherSupport: 'no' })).not.toContain('otherSupportAmount');
    expect(names({ otherSupport: 'yes' })).toContain('otherSupportAmount');
  });

  it('requires nothing of a question that is not asked', () => {
    const files = new Set(['contractFile']);
    expect(missingFields(form, support, { otherSupport: 'no' }, files)).toEqual([]);
    expect(missingFields(form, support, { otherSupport: 'yes' }, files)).toEqual([
      'otherSupportAmount',
    ]);
  });

  it('does not count an answer to a question that is no longer asked', () => {
    const answers = { otherSupport: 'no', otherSupportAmount: '5000.00' };
    expect(effectiveAnswers(form, answers)).toEqual({ otherSupport: 'no' });
  });
});

describe('what is missing', () => {
  it('counts files, and leaves optional questions and declarations out', () => {
    expect(incompleteSections(form, { otherSupport: 'no' }, new Set())).toEqual([
      { id: 'support', missing: ['contractFile'] },
    ]);
    expect(incompleteSections(form, { otherSupport: 'no' }, new Set(['contractFile']))).toEqual([]);
  });

  it('agrees with the number of complete pages: half a period completes none', () => {
    const fields = [{ name: 'span', kind: 'period', label, required: true }] as const;
    const more = { sections: [...form.sections, { id: 'time', title: label, fields }] };
    const readyWith = (span: string) => {
      const answers = { otherSupport: 'no', span };
      const files = new Set(['contractFile']);
      const missing = incompleteSections(more, answers, files).map(({ id }) => id);
      return { missing, ...progressOf(more, answers, files) };
    };
    expect(readyWith('{"from":"2026-03-01","to":""}')).toEqual({
      missing: ['time'],
      done: 1,
      of: 2,
    });
    expect(readyWith('{"from":"2026-03-01","to":"2026-06-01"}')).toEqual({
      missing: [],
      done: 2,
      of: 2,
    });
  });
});

describe('what may change', () => {
  it('is everything in a draft except the declaration, which is made with the submission', () => {
    expect([...openFields(form, 'draft', undefined)]).toEqual([
      'otherSupport',
      'otherSupportAmount',
      'remarks',
      'contractFile',
    ]);
    expect(declarations(form, {}).map((field) => field.name)).toEqual(['declared']);
    expect(pageSections(form, {})).toEqual([support]);
  });

  it('is only what the city names in a returned case, and never the declaration', () => {
    const requested = { remarks: 'Say more.', declared: 'Again.', unknown: 'What?' };
    expect([...openFields(form, 'returned', requested)]).toEqual(['remarks']);
  });

  it('is nothing in any other state', () => {
    for (const state of ['submitted', 'accepted', 'publicised', 'issued', 'expired'] as const) {
      expect(openFields(form, state, { remarks: 'Say more.' }).size).toBe(0);
    }
  });

  it('is read only from the texts of this section’s questions', () => {
    const sent = { remarks: 'text', otherSupport: ['yes', 'no'], contractFile: 'x', city: 'y' };
    expect(typedAnswers(support, sent)).toEqual({ remarks: 'text' });
  });
});
