import { describe, expect, it } from 'vitest';
import { earlierOf, layered, sourcesAfter } from './sources';

describe('where an answer came from', () => {
  it('is the last source that has the answer; an empty one overrides nothing', () => {
    const known = layered([
      { source: 'earlier:1', answers: { name: '旧', phone: '1', project: '模型' } },
      { source: 'profile', answers: { name: '新', phone: '' } },
      { source: 'check', answers: { purpose: 'training' } },
    ]);
    expect(known.answers).toEqual({ name: '新', phone: '1', project: '模型', purpose: 'training' });
    expect(known.sources).toEqual({
      name: 'profile',
      phone: 'earlier:1',
      project: 'earlier:1',
      purpose: 'check',
    });
  });

  it('is removed once the applicant changes it, and set again when the answer equals the profile', () => {
    const sources = { name: 'profile', phone: 'profile', project: 'earlier:1' };
    const profile = { name: '张', phone: '2' };
    expect(sourcesAfter(sources, { name: '李', project: '' }, profile)).toEqual({
      phone: 'profile',
    });
    expect(sourcesAfter({}, { name: '张' }, profile)).toEqual({ name: 'profile' });
    expect(sourcesAfter({}, { name: '' }, { name: '' })).toEqual({});
  });

  it('names the case it was copied from', () => {
    expect(earlierOf('earlier:abc')).toBe('abc');
    expect(earlierOf('profile')).toBeUndefined();
    expect(earlierOf(undefined)).toBeUndefined();
  });
});
