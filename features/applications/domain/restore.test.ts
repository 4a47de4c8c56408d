import { describe, expect, it } from 'vitest';
import { restored } from './restore';
import { otherEditor, byWhom } from './saves';

describe('text that was typed and never saved', () => {
  const base = { name: 'A', phone: '1' };

  it('comes back as it was typed', () => {
    expect(restored({ base, values: { ...base, name: 'AB' } }, base)).toEqual({ name: 'AB' });
  });

  it('leaves what a colleague saved meanwhile in other fields', () => {
    const standing = { name: 'A', phone: '2' };
    expect(restored({ base, values: { ...base, name: 'AB' } }, standing)).toEqual({ name: 'AB' });
  });

  it('comes back also where a colleague changed the same, for the save to tell both', () => {
    expect(restored({ base, values: { ...base, name: 'AB' } }, { name: 'B', phone: '1' })).toEqual({
      name: 'AB',
    });
  });

  it('is nothing once it was saved after all, or of fields that are not asked any more', () => {
    const saved = { name: 'AB', phone: '1' };
    expect(restored({ base, values: { ...saved, gone: 'x' } }, saved)).toEqual({});
  });
});

describe('who works on a section', () => {
  const now = new Date('2026-11-24T06:00:00Z');
  const save = (by: string, seconds: number, section = 'contact', fields = ['name']) => ({
    ...{ by, name: by.toUpperCase(), section, fields },
    at: new Date(now.getTime() - seconds * 1000),
  });

  it('is somebody else who saved it within two minutes', () => {
    const of = { section: 'contact', userId: 'me', now };
    expect(otherEditor([save('me', 5), save('li', 60)], of)).toBe('LI');
    expect(otherEditor([save('li', 121)], of)).toBeUndefined();
    expect(otherEditor([save('li', 60, 'project')], of)).toBeUndefined();
  });

  it('changed a field last, as the latest save that names it tells', () => {
    const saves = [save('me', 1, 'contact', ['phone']), save('li', 9), save('wu', 20)];
    expect(byWhom(saves, 'name')?.by).toBe('li');
    expect(byWhom(saves, 'email')).toBeUndefined();
  });
});
