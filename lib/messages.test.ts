import { expect, it } from 'vitest';
import { messages, findText } from './messages';

const texts = messages({ saved: { 'zh-CN': '已保存。', en: 'Saved.' } });

it('finds the text for a code that was sent, and none for any other word', () => {
  expect(findText(texts('en'), 'saved')).toBe('Saved.');
  for (const code of [undefined, '', 'Saved', 'constructor', 'toString', '__proto__']) {
    expect(findText(texts('en'), code), code).toBeUndefined();
  }
});
