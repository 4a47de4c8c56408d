import { expect, it } from 'vitest';
import { messages, textAsked } from './messages';

const texts = messages({ saved: { 'zh-CN': '已保存。', en: 'Saved.' } });

it('finds the text for a code that was sent, and none for any other word', () => {
  expect(textAsked(texts('en'), 'saved')).toBe('Saved.');
  for (const code of [undefined, '', 'Saved', 'constructor', 'toString', '__proto__']) {
    expect(textAsked(texts('en'), code), code).toBeUndefined();
  }
});
