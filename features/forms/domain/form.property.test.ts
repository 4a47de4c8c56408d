import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formSchema } from '../schema';
import type { Condition, Test } from './conditions';
import { formFaults } from './definition';
import { dependentsOf, putOff } from './dependents';
import {
  allFields,
  visibleNames,
  fieldKinds,
  missingFields,
  planOf,
  shownFields,
  type FieldKind,
  type FormDefinition,
  type FormField,
} from './form';
import { shownAnswer } from './shown';
import { asStored, typedAnswers } from './typed';
import { effectiveAnswers, incompleteSections, readVisible, readSection } from './validate';

const label = { 'zh-CN': '问题', en: 'Question' };
const options = ['a', 'b', 'c'].map((value) => ({ value, label }));
const yesNo = ['yes', 'no'].map((value) => ({ value, label }));

/** Makes a question of a kind with only the properties that the kind requires. */
function fieldOf(kind: FieldKind, name: string, required: boolean): FormField {
  const base = { name, label, required, own: true };
  switch (kind) {
    case 'choice':
      return { kind, ...base, options };
    case 'many':
      return { kind, ...base, options, max: 2 };
    case 'yesNo':
      return { kind, ...base, options: yesNo };
    case 'number':
      return { kind, ...base, min: '0', max: '1000', integer: true };
    case 'date':
    case 'period':
      return { kind, ...base, earliest: '2020-01-01', latest: '2030-12-31' };
    case 'table':
      return {
        kind,
        ...base,
        maxRows: 3,
        columns: [
          { kind: 'choice', name: 'chip', label, required: true, options },
          { kind: 'number', name: 'hours', label, required: true, sum: true },
          { kind: 'money', name: 'price', label, required: false, sum: true },
          { kind: 'date', name: 'day', label, required: false },
          { kind: 'text', name: 'note', label, required: false, maxLength: 20 },
        ],
      };
    default:
      return { kind, ...base };
  }
}

/** Makes a test that fits an earlier question, chosen by two numbers. */
function testOf(field: FormField, which: number): Test {
  const answered = { field: field.name, answered: which % 2 === 0 };
  switch (field.kind) {
    case 'choice':
    case 'many':
      return which % 3 === 0
        ? answered
        : which % 3 === 1
          ? { field: field.name, equals: 'a' }
          : { field: field.name, oneOf: ['b', 'c'] };
    case 'yesNo':
      return { field: field.name, equals: which % 2 === 0 ? 'yes' : 'no' };
    case 'number':
    case 'money':
      return which % 2 === 0
        ? { field: field.name, atLeast: '10' }
        : { field: field.name, atMost: '10.5' };
    default:
      return answered;
  }
}

const controls = (fields: readonly FormField[]) =>
  fields.filter(({ kind }) => kind !== 'file' && kind !== 'declaration');

function conditionOf(
  earlier: readonly FormField[],
  seeds: readonly number[],
): Condition | undefined {
  const known = controls(earlier);
  const tests = seeds.flatMap((seed) => {
    const field = known[seed % Math.max(1, known.length)];
    return field ? [testOf(field, Math.floor(seed / 7))] : [];
  });
  const [first, ...more] = tests;
  if (!first) return undefined;
  if (more.length === 0) return first;
  return (seeds[0] ?? 0) % 2 === 0 ? { all: tests } : { any: tests };
}

const seeds = fc.array(fc.nat(1000), { maxLength: 3 });
const sketch = fc.array(
  fc.record({
    when: seeds,
    fields: fc.array(
      fc.record({ kind: fc.constantFrom(...fieldKinds), required: fc.boolean(), when: seeds }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Any definition that the schema accepts. */
const definition: fc.Arbitrary<FormDefinition> = sketch.map((sections) => {
  const earlier: FormField[] = [];
  return {
    sections: sections.map((section, at) => {
      const sectionWhen = conditionOf(earlier, section.when);
      const fields = section.fields.map((one, place) => {
        const when = conditionOf(earlier, one.when);
        const field = fieldOf(one.kind, `own${at}x${place}`.replace('own', 'ownQ'), one.required);
        const whole = { ...field, ...(when && { when }) };
        earlier.push(whole);
        return whole;
      });
      return {
        id: `own-${at}`,
        title: label,
        own: true,
        fields,
        ...(sectionWhen && { when: sectionWhen }),
      };
    }),
  };
});

const naughty = fc.constantFrom(
  'a\u0000b',
  '\u202etxet',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  "'; drop table applications; --",
  '１２３，４５６',
  '-1',
  '1e309',
  '𝟙𝟚',
  '[[[[',
  '[null,{"chip":1}]',
  '{"from":1}',
  '{"from":"2021-02-30","to":""}',
  '[{"chip":"a","hours":"１０","price":"1,000"}]',
  '["a","a","b"]',
  '["a","b","c"]',
  '\u0000',
  'x'.repeat(5000),
  '__proto__',
);
const right = fc.constantFrom(
  'a',
  'b',
  'yes',
  'no',
  '10',
  '11',
  '500',
  '2025-06-01',
  '{"from":"2025-01-01","to":"2025-02-01"}',
  '["a"]',
  '[{"chip":"a","hours":"10","price":"1.00","day":"","note":"x"}]',
  '91310000775785552L',
  '62',
  'name@company.cn',
  '13800138000',
  // The same as users type it.
  '００11.50',
  '¥ 1,200 元',
  ' 2025年6月1日 ',
  '{"from":"2025/1/1","to":" "}',
  '["b","a"]',
  '[{"chip":"a","hours":"０10","price":"1,000","day":"2025.6.1","note":" x\\r\\n"},{"chip":" "}]',
  '9131 0000-7757 8555 2l',
  'Name@Company.CN',
  '138 0013 8000',
  '0190A1B2-0000-7000-8000-00000000000A',
);
const answer = fc.oneof(right, right, naughty, fc.string({ unit: 'binary', maxLength: 40 }));
const withAnswers = definition.chain((form) =>
  fc.record({
    form: fc.constant(form),
    answers: fc.dictionary(fc.constantFrom(...allFields(form).map(({ name }) => name)), answer),
    change: fc.dictionary(
      fc.constantFrom(...allFields(form).map(({ name }) => name)),
      fc.oneof(answer, fc.constant('')),
      { maxKeys: 3 },
    ),
  }),
);

const runs = { numRuns: 2000 };

describe('any form with any answers', () => {
  it('is a definition that the schema accepts', () => {
    fc.assert(
      fc.property(definition, (form) => {
        expect(formFaults(form)).toEqual([]);
        expect(formSchema.safeParse(form).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is read and shown without throwing, and reading an answer again does not change it', () => {
    fc.assert(
      fc.property(withAnswers, ({ form, answers }) => {
        for (const section of form.sections) {
          const { answers: once, faults } = readSection(section, answers);
          const again = readSection(section, once);
          expect(again.faults).toEqual({});
          for (const field of section.fields) {
            const stored = once[field.name];
            if (stored === undefined) continue;
            expect(again.answers[field.name]).toBe(stored);
            expect(typeof shownAnswer(field, stored, 'en', [])).toBe('string');
          }
          for (const field of section.fields)
            shownAnswer(field, answers[field.name] ?? '', 'zh-CN', []);
          for (const fault of Object.values(faults)) expect(fault.code).toMatch(/^[a-z_]+$/);
        }
      }),
      runs,
    );
  });

  it('is formatted in the browser as it is stored', () => {
    let storedCount = 0;
    fc.assert(
      fc.property(withAnswers, ({ form, answers }) => {
        for (const section of form.sections) {
          const written = asStored(section, answers);
          const sent = typedAnswers(section, answers);
          for (const [name, answer] of Object.entries(readSection(section, sent).answers)) {
            if (!(name in sent)) continue;
            if (answer !== '') storedCount += 1;
            expect(written[name]).toBe(answer);
          }
        }
      }),
      runs,
    );
    // Enough of the typed answers must be valid, or nothing was compared.
    expect(storedCount).toBeGreaterThan(500);
  });

  it('neither requires nor counts an answer to a question that is not asked', () => {
    fc.assert(
      fc.property(withAnswers, ({ form, answers }) => {
        const visible = visibleNames(planOf(form), answers);
        for (const section of form.sections) {
          for (const name of missingFields(form, section, answers, new Set())) {
            expect(visible.has(name)).toBe(true);
          }
          const shown = shownFields(form, section, answers).map(({ name }) => name);
          expect(shown.every((name) => visible.has(name))).toBe(true);
          const read = readVisible(form, section, answers, answers);
          const left = visibleNames(planOf(form), { ...answers, ...read.answers });
          expect(left.size).toBeGreaterThanOrEqual(0);
        }
        for (const { missing } of incompleteSections(form, answers, new Set())) {
          expect(missing.every((name) => visible.has(name))).toBe(true);
        }
        expect(
          Object.keys(effectiveAnswers(form, answers)).every((name) => visible.has(name)),
        ).toBe(true);
      }),
      runs,
    );
  });

  it('shows the same questions after the answers that count as after all answers', () => {
    fc.assert(
      fc.property(withAnswers, ({ form, answers }) => {
        const counting = effectiveAnswers(form, answers);
        expect([...visibleNames(planOf(form), counting)]).toEqual([
          ...visibleNames(planOf(form), answers),
        ]);
      }),
      runs,
    );
  });

  it('has nothing more to clear once a change has cleared the answers that depended on it', () => {
    fc.assert(
      fc.property(withAnswers, ({ form, answers, change }) => {
        const lost = dependentsOf(form, answers, change);
        const cleared = Object.fromEntries(lost.map(({ name }) => [name, '']));
        const after = { ...answers, ...change, ...cleared };
        // Clearing changes no other question, and no answer that counted is left at a question that is no longer
        // asked.
        expect([...visibleNames(planOf(form), after)]).toEqual([
          ...visibleNames(planOf(form), { ...answers, ...change }),
        ]);
        expect(
          dependentsOf(form, answers, { ...change, ...cleared }).map(({ name }) => name),
        ).toEqual(lost.map(({ name }) => name).filter((name) => answers[name]));
        expect(dependentsOf(form, after, {})).toEqual([]);
      }),
      runs,
    );
  });

  it('keeps every answer while a change that would clear some is postponed', () => {
    fc.assert(
      fc.property(withAnswers, ({ form, answers, change }) => {
        const { now, later } = putOff(form, change, dependentsOf(form, answers, change));
        expect({ ...now, ...later }).toEqual(change);
        const after = visibleNames(planOf(form), { ...answers, ...now });
        for (const field of dependentsOf(form, answers, change)) {
          expect(after.has(field.name)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('accepts anything that a form sends without throwing', () => {
    fc.assert(
      fc.property(
        definition,
        fc.dictionary(
          fc.oneof(
            fc.constantFrom('ownQ0x0', 'ownQ0x0.#', 'ownQ0x0.0.chip', 'ownQ0x0.from'),
            fc.string(),
          ),
          fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), naughty),
        ),
        (form, sent) => {
          for (const section of form.sections) readSection(section, typedAnswers(section, sent));
        },
      ),
      runs,
    );
  });
});
