import { describe, expect, it } from 'vitest';
import { merge } from './merge';

describe('two people in one section', () => {
  const shown = { name: 'A', amount: '100.00', on: '' };

  it('keeps both when they change different answers', () => {
    const stored = { ...shown, name: 'B' };
    const merged = merge(shown, stored, { ...shown, amount: '200.00' });
    expect(merged).toEqual({ changed: { amount: '200.00' }, conflicts: {}, theirs: { name: 'B' } });
  });

  it('calls it a conflict when they change one answer to different things', () => {
    const stored = { ...shown, amount: '300.00' };
    const merged = merge(shown, stored, { ...shown, amount: '200.00' });
    expect(merged.conflicts).toEqual({ amount: '300.00' });
    expect(merged.changed).toEqual({});
  });

  it('finds nothing to do when they change one answer to the same thing', () => {
    const stored = { ...shown, amount: '200.00' };
    expect(merge(shown, stored, stored)).toEqual({ changed: {}, conflicts: {}, theirs: {} });
  });

  it('saves an answer that was emptied', () => {
    expect(merge(shown, shown, { ...shown, name: '' }).changed).toEqual({ name: '' });
  });

  it('accepts a second attempt after the form has shown the present answer', () => {
    const stored = { ...shown, amount: '300.00' };
    const merged = merge(stored, stored, { ...stored, amount: '200.00' });
    expect(merged.changed).toEqual({ amount: '200.00' });
  });
});
