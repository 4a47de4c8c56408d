import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  forget,
  forgetAll,
  storeUnsaved,
  hasUnsaved,
  unsavedKey,
  type UnsavedText,
} from './unsaved-text';

const text: UnsavedText = { at: 0, revision: '1', base: '{}', values: { name: '甲' }, sent: {} };

/** Makes a store as browsers have it, in memory. */
function storeInMemory(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
}

beforeEach(() => {
  vi.stubGlobal('window', { localStorage: storeInMemory() });
});
afterEach(() => void vi.unstubAllGlobals());

it('says of each person apart whether anything of theirs is kept, until it is given up', () => {
  window.localStorage.setItem('of something else', 'x');
  expect(hasUnsaved('one')).toBe(false);
  expect(storeUnsaved(unsavedKey('one', 'a case:contact'), text)).toBe(true);
  expect(storeUnsaved(unsavedKey('one-more', 'a case:contact'), text)).toBe(true);
  expect([hasUnsaved('one'), hasUnsaved('one-more'), hasUnsaved('on')]).toEqual([
    true,
    true,
    false,
  ]);
  forget(unsavedKey('one', 'a case:contact'));
  expect([hasUnsaved('one'), hasUnsaved('one-more')]).toEqual([false, true]);
  forgetAll();
  expect(hasUnsaved('one-more')).toBe(false);
  expect(window.localStorage.getItem('of something else')).toBe('x');
});

it('says that nothing is kept where the browser denies its store', () => {
  vi.stubGlobal('window', {
    get localStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  expect(storeUnsaved(unsavedKey('one', 'a case:contact'), text)).toBe(false);
  expect(hasUnsaved('one')).toBe(false);
});
