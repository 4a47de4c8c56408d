import { describe, expect, it } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { phrasesOf } from '@/lib/phrases';

describe('a title that is broken between its phrases', () => {
  it('never has a line of one character, a mark at the beginning or an open bracket at the end', () => {
    for (const { guide } of shippedProgrammes) {
      for (const phrase of phrasesOf(guide.title['zh-CN'])) {
        expect([...phrase].length, phrase).toBeGreaterThan(1);
        expect(phrase).not.toMatch(/^[）》”’】」』，。、；：？！·]/u);
        expect(phrase).not.toMatch(/[（《“‘【「『]$/u);
      }
    }
  });
});
