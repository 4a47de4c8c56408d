import { describe, expect, test } from 'vitest';
import { ruleFen } from '@/features/rules/domain/sheet';
import { examplesSchema, workExample } from '@/features/rules/examples';
import { formSchema } from '@/features/forms/schema';
import { guideSchema, rulesSchema } from '@/features/rules/schema';
import { abroad } from './abroad';
import { shippedProgrammes } from './all';

const programmes = [...shippedProgrammes, ...abroad];

test('every programme has a slug of its own', () => {
  const slugs = programmes.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
});

describe.each(programmes)('$slug', (programme) => {
  const { rules, guide, form, examples, budgetYuan, rounds, publishedOn } = programme;

  test('its rules, guide, form and examples fit the schemas, and are unchanged after storage', () => {
    const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(rulesSchema.parse(stored(rules))).toEqual(rules);
    expect(guideSchema.parse(stored(guide))).toEqual(guide);
    expect(formSchema.parse(stored(form))).toEqual(form);
    expect(examplesSchema.parse(stored(examples))).toEqual(examples);
  });

  test('the guide’s texts repeat no number of the rules', () => {
    const { title, ...texts } = guide;
    expect(title['zh-CN']).toMatch(/\d{4}/);
    const words = JSON.stringify(texts)
      .replace(/（\d{4}(?:[—–-]\d{4})?(?: 年)?）|\(\d{4}(?:[—–-]\d{4})?\)/g, '')
      .replace(/\d{3,4}-\d+/g, '');
    expect(words).not.toMatch(/\d/);
  });

  test('the form contains the documents that the rules name, and no others', () => {
    const files = form.sections
      .flatMap((section) => section.fields)
      .filter((field) => field.kind === 'file' && !field.own)
      .map((field) => field.name);
    expect(files).toEqual(rules.evidence.application.map((code) => `${code}File`));
  });

  test('its rounds follow its publication and each other', () => {
    const days = rounds.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn]);
    expect([publishedOn, ...days]).toEqual([publishedOn, ...days].toSorted());
    expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, at) => at + 1));
  });

  test('the parts of its pool do not exceed the pool', () => {
    const parts = rules.pool.subPools ?? [];
    const sum = parts.reduce((total, { yuan }) => total + ruleFen(yuan), 0n);
    expect(sum).toBeLessThanOrEqual(ruleFen(budgetYuan));
  });

  test('has at least four examples calculated by hand, and one of them is refused', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
    expect(examples.some(({ expected }) => 'refusals' in expected)).toBe(true);
  });

  test.each(examples.map((example) => [example.title.en, example] as const))(
    'example: %s',
    (_title, example) => {
      const { assessment, holds } = workExample(rules, example);
      expect(
        holds,
        JSON.stringify(assessment, (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
      ).toBe(true);
    },
  );
});
