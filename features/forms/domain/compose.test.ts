import { describe, expect, it } from 'vitest';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { shippedProgrammes } from '@/demo/programmes/all';
import { applicationForm, programmeForm } from '@/features/rules/application-form';
import { composed } from './compose';
import { formFaults, reservedKinds } from './definition';
import { allFields, type FormDefinition, type FormField } from './form';
import { formDifference } from './form-difference';

const label = { 'zh-CN': '问题', en: 'Question' };
const own = (name: string): FormField => ({
  kind: 'text',
  name,
  label,
  required: false,
  own: true,
});
const { rules, form } = qingyang2024;
const names = (of: FormDefinition, id: string) =>
  of.sections.find((section) => section.id === id)?.fields.map(({ name }) => name);

describe('a form of the rules with own questions in it', () => {
  it('is the same when it is composed again', () => {
    for (const programme of shippedProgrammes) {
      expect(programmeForm(programme.rules, programme.form)).toEqual(programme.form);
      expect(formFaults(programme.form)).toEqual([]);
    }
  });

  it('keeps own questions after the items that they followed, even if the rules have more questions now', () => {
    const more = {
      ...rules,
      evidence: { ...rules.evidence, application: ['plan', 'licence'] as const },
    };
    const next = composed(applicationForm(more), form);
    expect(names(next, 'files')).toEqual(['planFile', 'licenceFile', 'ownAgreement']);
    expect(names(next, 'project')).toEqual(names(form, 'project'));
    expect(formFaults(next)).toEqual([]);
  });

  it('loses none when the section or the question before them is removed', () => {
    const edited: FormDefinition = {
      sections: [
        { id: 'gone', title: label, fields: [own('ownOrphan')] },
        { id: 'own-1', own: true, title: label, fields: [own('ownFirst')] },
      ],
    };
    const next = composed(applicationForm(rules), edited);
    expect(allFields(next).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ownOrphan', 'ownFirst']),
    );
    expect(next.sections.map(({ id }) => id).slice(-3)).toEqual(['own-1', 'files', 'declaration']);
  });

  it('has the kinds that the rules read', () => {
    for (const { form: shipped } of shippedProgrammes) {
      for (const { name, kind } of allFields(shipped)) {
        if (Object.hasOwn(reservedKinds, name)) expect(reservedKinds[name]).toContain(kind);
      }
    }
    const taken = {
      sections: [
        { id: 'project', title: label, fields: [{ ...own('contractAmount'), own: false }] },
      ],
    };
    expect(formFaults(taken).map(({ code }) => code)).toContain('kind_reserved');
  });

  it('differs from another by its questions, and not by the order in which its keys were stored', () => {
    const shuffled = JSON.parse(
      JSON.stringify(form, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ),
    ) as FormDefinition;
    expect(formDifference(form, shuffled)).toEqual([]);
    const bare = applicationForm(rules);
    expect(formDifference(bare, form).every(({ kind }) => kind === 'added')).toBe(true);
    expect(formDifference(form, bare).map(({ before }) => before?.name)).toContain('ownPlan');
  });
});

describe('a definition', () => {
  const choice: FormField = {
    kind: 'choice',
    name: 'ownChoice',
    label,
    required: true,
    own: true,
    options: ['a', 'b'].map((value) => ({ value, label })),
  };
  const codesOf = (fields: readonly FormField[]) =>
    formFaults({ sections: [{ id: 'own-1', own: true, title: label, fields }] }).map(
      ({ code }) => code,
    );

  it('has conditions only on questions that are asked before, and on choices that exist', () => {
    const when = (test: object) => ({ ...own('ownNext'), when: test }) as FormField;
    expect(codesOf([choice, when({ field: 'ownChoice', equals: 'a' })])).toEqual([]);
    expect(codesOf([when({ field: 'ownChoice', equals: 'a' }), choice])).toEqual([
      'condition_unknown',
    ]);
    expect(codesOf([choice, when({ field: 'ownNext', answered: true })])).toEqual([
      'condition_unknown',
    ]);
    expect(codesOf([choice, when({ field: 'ownChoice', equals: 'c' })])).toEqual([
      'condition_value',
    ]);
    expect(codesOf([choice, when({ field: 'ownChoice', atLeast: '1' })])).toEqual([
      'condition_kind',
    ]);
  });

  it('has every name once, and own names only for own questions', () => {
    expect(codesOf([own('ownOne'), own('ownOne')])).toContain('name_repeated');
    expect(codesOf([own('contractor')])).toEqual(['name_reserved']);
  });
});
