import { describe, expect, it } from 'vitest';
import type { FormSection } from './form';
import { restored } from './restore';
import { otherEditor, byWhom } from './saves';
import { partsOf, typedAnswers } from './typed';

const label = { 'zh-CN': '问题', en: 'Question' };
const of = { label, required: true };
const section: FormSection = {
  id: 'one',
  title: label,
  fields: [
    { ...of, kind: 'text', name: 'name' },
    { ...of, kind: 'text', name: 'phone' },
    { ...of, kind: 'period', name: 'own1' },
    {
      ...of,
      kind: 'table',
      name: 'own2',
      maxRows: 3,
      columns: [
        { ...of, kind: 'text', name: 'c1' },
        { ...of, kind: 'money', name: 'c2' },
      ],
    },
    {
      ...of,
      kind: 'many',
      name: 'own3',
      options: ['o1', 'o2'].map((value) => ({ value, label })),
    },
  ],
};

describe('text that was typed and never saved', () => {
  const base = { name: 'A', phone: '1' };

  it('comes back as it was typed', () => {
    expect(restored(section, { base, values: { ...base, name: 'AB' } }, base)).toEqual({
      name: 'AB',
    });
  });

  it('keeps what a colleague saved meanwhile in other fields', () => {
    const stored = { name: 'A', phone: '2' };
    expect(restored(section, { base, values: { ...base, name: 'AB' } }, stored)).toEqual({
      name: 'AB',
    });
  });

  it('comes back even if a colleague changed the same field, so that the save reports the conflict', () => {
    expect(
      restored(section, { base, values: { ...base, name: 'AB' } }, { name: 'B', phone: '1' }),
    ).toEqual({
      name: 'AB',
    });
  });

  it('does not come back once it was saved, or if its fields are no longer asked', () => {
    const saved = { name: 'AB', phone: '1' };
    expect(restored(section, { base, values: { ...saved, gone: 'x' } }, saved)).toEqual({});
  });
});

describe('an answer that is typed into several fields', () => {
  const stored = {
    own1: '{"from":"2026-01-01","to":""}',
    own2: JSON.stringify([{ c1: 'a', c2: '5.00' }]),
    own3: '["o1"]',
  };
  const asShown = {
    'own1.from': '2026-01-01',
    'own1.to': '',
    'own2.#': '2',
    'own2.0.c1': 'a',
    'own2.0.c2': '5',
    'own2.1.c1': '',
    'own2.1.c2': '',
    'own3.#': '1',
    own3: 'o1',
  };
  const back = (values: Record<string, string>) =>
    restored(section, { base: stored, values: { ...asShown, ...values } }, stored);

  it('does not come back if it equals the present answer, however it is written', () => {
    expect(back({})).toEqual({});
  });

  it('comes back whole and as typed, even if it is incomplete or has rows that the page does not have', () => {
    expect(back({ 'own1.to': '2026-02-01' })).toEqual({
      own1: '{"from":"2026-01-01","to":"2026-02-01"}',
    });
    const more = { 'own2.#': '3', 'own2.2.c1': 'b', 'own2.2.c2': '1,' };
    expect(JSON.parse(back(more).own2 ?? '')).toEqual([
      { c1: 'a', c2: '5' },
      { c1: '', c2: '' },
      { c1: 'b', c2: '1,' },
    ]);
  });

  it('comes back empty if every tick was removed', () => {
    const { own3: _, ...none } = asShown;
    const unsaved = { base: stored, values: none };
    expect(restored(section, unsaved, stored)).toEqual({ own3: '' });
  });

  it('is put into its fields as it is read from them', () => {
    const parts = Object.assign(
      {},
      ...section.fields.map((field) =>
        partsOf(field, { name: '', phone: '', ...stored }[field.name] ?? ''),
      ),
    ) as Record<string, string>;
    expect(typedAnswers(section, parts)).toMatchObject(stored);
    expect(parts).toMatchObject({ 'own2.2.c1': '', 'own2.#': '1' });
  });
});

describe('who works on a section', () => {
  const now = new Date('2026-11-24T06:00:00Z');
  const save = (by: string, seconds: number, section = 'contact', fields = ['name']) => ({
    by,
    name: by.toUpperCase(),
    section,
    fields,
    at: new Date(now.getTime() - seconds * 1000),
  });

  it('is another user who saved it within two minutes', () => {
    const of = { section: 'contact', userId: 'me', now };
    expect(otherEditor([save('me', 5), save('li', 60)], of)).toBe('LI');
    expect(otherEditor([save('li', 121)], of)).toBeUndefined();
    expect(otherEditor([save('li', 60, 'project')], of)).toBeUndefined();
  });

  it('is the user of the latest save that names the field', () => {
    const saves = [save('me', 1, 'contact', ['phone']), save('li', 9), save('wu', 20)];
    expect(byWhom(saves, 'name')?.by).toBe('li');
    expect(byWhom(saves, 'email')).toBeUndefined();
  });
});
