import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { guideSchema, rulesSchema } from '../schema';
import {
  allTexts,
  mergeSection,
  moveRow,
  readRowMove,
  readSection,
  sectionTexts,
} from '@/features/programmes/editor/domain/draft';
import type { Draft } from '@/features/programmes/editor/domain/draft';
import { parameterAt, parameterTable, programmeParts, sectionIds } from './parameter-table';
import { languages, type Parameter, type Parts } from './parameters';

function fieldsOf(parameter: Parameter, path: string): string[] {
  if (parameter.kind === 'group') return partsOf(parameter.parts, path);
  if (parameter.kind === 'rows') return fieldsOf(parameter.of, path);
  if (parameter.kind === 'bilingual') return languages.map((l) => `${path}.${l}`);
  return [path];
}
const partsOf = (parts: Parts, path: string): string[] =>
  Object.entries(parts).flatMap(([key, part]) => fieldsOf(part, path ? `${path}.${key}` : key));

const fields = sectionIds.flatMap((id) => partsOf(parameterTable[id], ''));

describe('the table of parameters', () => {
  test('has a section for every declared parameter', () => {
    const placed = sectionIds.flatMap((id) => Object.keys(parameterTable[id]));
    expect(placed.sort()).toEqual(Object.keys(programmeParts).sort());
    expect(fields.length).toBeGreaterThan(150);
  });

  test('contains each parameter once', () => {
    expect(fields.length).toBe(new Set(fields).size);
  });

  test('is found by field names', () => {
    expect(parameterAt('rules.rates.percent')?.kind).toBe('percent');
    expect(parameterAt('rules.base.proration.from')?.kind).toBe('date');
    expect(parameterAt('rounds.opensOn')?.kind).toBe('date');
  });
});

const draftOf = ({ rules, guide, examples }: (typeof shippedProgrammes)[number]): Draft => ({
  rules,
  guide,
  examples: examples,
  rounds: [],
  budgetYuan: '100',
});

describe.each(shippedProgrammes)('the form of $slug', (programme) => {
  test('returns the same document that it shows', () => {
    const draft = draftOf(programme);
    const blank: Draft = { rules: {}, guide: {}, rounds: [], examples: [] };
    let read = blank;
    for (const id of sectionIds) {
      const section = readSection(id, sectionTexts(id, draft), read);
      expect(section.faults).toEqual({});
      read = section.draft;
    }
    expect(rulesSchema.parse(read.rules)).toEqual(programme.rules);
    expect(guideSchema.parse(read.guide)).toEqual(programme.guide);
    expect(allTexts(read)).toEqual(allTexts(draft));
  });
});

describe('two people at one section', () => {
  const qingyang = shippedProgrammes.find(({ slug }) => slug.startsWith('qingyang'));
  if (!qingyang) throw new Error('Qingyang is not shipped.');
  const shown = sectionTexts('amounts', draftOf(qingyang));
  const rate = 'rules.rates.0.percent';

  test('keep both changes if they are in different fields', () => {
    const stored = { ...shown, 'rules.capPerYear.yuan': '3000000' };
    const merged = mergeSection('amounts', shown, stored, { ...shown, [rate]: '35' });
    expect(merged.conflicts).toEqual({});
    expect(merged.texts[rate]).toBe('35');
    expect(merged.texts['rules.capPerYear.yuan']).toBe('3000000');
  });

  test('get a conflict for a field that both changed', () => {
    const stored = { ...shown, [rate]: '40' };
    const merged = mergeSection('amounts', shown, stored, { ...shown, [rate]: '35' });
    expect(merged.conflicts).toEqual({ [rate]: '40' });
    expect(merged.texts[rate]).toBe('40');
  });

  test('get a conflict for a list to which one added a row while the other changed one', () => {
    const more = { 'rules.rates.#': '2', 'rules.rates.1.percent': '50' };
    const merged = mergeSection(
      'amounts',
      shown,
      { ...shown, ...more },
      { ...shown, [rate]: '35' },
    );
    expect(merged.conflicts).toEqual({ 'rules.rates.#': '2' });
    expect(merged.texts['rules.rates.1.percent']).toBe('50');
  });
});

describe('rows', () => {
  const draft: Draft = {
    rules: { rates: [{ percent: '30' }, { percent: '40' }] },
    guide: {},
    rounds: [],
    examples: [],
  };
  const after = (text: string) => {
    const move = readRowMove('amounts', text);
    return move && moveRow(draft, move).draft.rules.rates?.map((rate) => rate.percent);
  };

  test('are added, removed and moved; a path that is no list is rejected', () => {
    expect(after('add:rules.rates')).toEqual(['30', '40', undefined]);
    expect(after('remove:rules.rates.0')).toEqual(['40']);
    expect(after('up:rules.rates.1')).toEqual(['40', '30']);
    expect(after('down:rules.rates.1')).toEqual(['30', '40']);
    expect(after('add:rules.mode')).toBeUndefined();
    expect(after('add:rules.service.stages')).toBeUndefined();
  });

  test('leave no empty list if the schema allows only a missing one', () => {
    const one: Draft = { ...draft, rules: { caps: [{ yuan: '1' }] } };
    const move = readRowMove('amounts', 'remove:rules.caps.0');
    expect(move && moveRow(one, move).draft.rules).toEqual({});
  });
});
