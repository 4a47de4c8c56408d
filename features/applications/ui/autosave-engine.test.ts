import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormState } from '@/lib/form-state';
import { watchForm, type Saving } from './autosave-engine';

/** As much of a browser as the engine asks for. */
class Store {
  readonly kept = new Map<string, string>();
  setItem(key: string, value: string) {
    this.kept.set(key, value);
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

let store: Store;
let form: EventTarget & { text: string };
let shown: Saving[];
let sent: Record<string, string>[];
let answers: (FormState | Error)[];
const online = { onLine: true };

/** The form's one field, as the browser would read it. */
class OneField {
  private readonly data: Map<string, string>;
  constructor(of: { text: string }) {
    this.data = new Map([
      ['name', of.text],
      ['revision', '1'],
    ]);
  }
  get = (name: string) => this.data.get(name) ?? null;
  getAll = (name: string) => [this.data.get(name)];
  keys = () => this.data.keys();
  set = (name: string, value: string) => this.data.set(name, value);
  all = () => Object.fromEntries(this.data);
}

const saved = (revision: string, name: string): FormState => ({
  status: 'done',
  data: { revision, base: JSON.stringify({ name }), status: 'saved' },
});
const refusedWith = (more: object): FormState => ({
  ...{ status: 'refused', message: 'no', errors: {}, values: {} },
  ...more,
});
const renew = vi.fn<() => Promise<string | undefined>>();

/** There is no browser here: the form and its data stand in with the few members that the engine uses. */
function watch() {
  return watchForm({
    form: form as unknown as HTMLFormElement,
    save: (data) => {
      sent.push((data as unknown as OneField).all());
      const answer = answers.shift() ?? saved('2', form.text);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    show: (saving) => shown.push(saving),
    renew,
    kept: { key: 'k', footing: { revision: '1', base: '{"name":""}' } },
  });
}

const type = (text: string) => {
  form.text = text;
  form.dispatchEvent(new Event('input'));
};
const kinds = () => shown.map(({ kind }) => kind);

beforeEach(() => {
  vi.useFakeTimers();
  store = new Store();
  form = Object.assign(new EventTarget(), { text: '', querySelectorAll: () => [] });
  [shown, sent, answers] = [[], [], []];
  online.onLine = true;
  renew.mockReset();
  const page = Object.assign(new EventTarget(), {
    localStorage: store,
    location: { pathname: '/here' },
  });
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('navigator', online);
  vi.stubGlobal('FormData', OneField);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a form that saves itself', () => {
  it('saves two seconds after the last key, and at once when a field is left', async () => {
    watch();
    type('a');
    await vi.advanceTimersByTimeAsync(1_900);
    type('ab');
    await vi.advanceTimersByTimeAsync(1_900);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toMatchObject([{ name: 'ab', revision: '1' }]);
    type('abc');
    form.dispatchEvent(new Event('focusout'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ name: 'abc', revision: '2', base: '{"name":"ab"}' });
  });

  it('keeps in the browser what is not saved, and only that', async () => {
    watch();
    type('kept');
    expect(JSON.parse(store.getItem('k') ?? '')).toMatchObject({
      ...{ revision: '1', base: '{"name":""}', values: { name: 'kept' } },
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.kept.size).toBe(0);
  });

  it('tries again ever more seldom while there is no way to the portal, and at once when there is', async () => {
    watch();
    answers = [new Error('no way'), new Error('no way'), new Error('no way')];
    online.onLine = false;
    type('offline');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kinds()).toEqual(['saving', 'offline']);
    await vi.advanceTimersByTimeAsync(3_000);
    await vi.advanceTimersByTimeAsync(5_900);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(3);
    expect(store.kept.size).toBe(1);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds().at(-1)).toBe('saved');
    expect(store.kept.size).toBe(0);
  });

  it('does not send its button’s way what cannot arrive', () => {
    watch();
    online.onLine = false;
    const submit = new Event('submit', { cancelable: true });
    form.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
  });

  it('says where to sign in, keeps everything, and saves by itself once that is done', async () => {
    watch();
    answers = [refusedWith({ signIn: '/sign-in' }), refusedWith({ code: 'stale_page' })];
    renew.mockResolvedValue('a new token');
    type('late');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown.at(-1)).toMatchObject({ kind: 'signedOut', signIn: '/sign-in' });
    expect(store.kept.size).toBe(1);
    window.dispatchEvent(new Event('suanquan:signed-in'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ name: 'late', csrf: 'a new token' });
    expect(kinds().at(-1)).toBe('saved');
  });

  it('waits for a choice between two answers, and stands on what was seen', async () => {
    const { saver } = watch();
    const conflicts = JSON.stringify([{ name: 'name', standing: 'theirs' }]);
    answers = [refusedWith({ values: { conflicts, revision: '5', base: '{"name":"theirs"}' } })];
    type('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown.at(-1)).toMatchObject({ kind: 'conflict', conflicts: [{ standing: 'theirs' }] });
    form.dispatchEvent(new Event('focusout'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    saver.settle({ revision: '1', base: '{"name":"theirs"}' });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ name: 'mine', base: '{"name":"theirs"}' });
  });

  it('is in no conflict with what it sent itself and never heard of again', async () => {
    watch();
    const conflicts = JSON.stringify([{ name: 'name', standing: 'first' }]);
    answers = [
      new Error('no answer'),
      refusedWith({ values: { conflicts, revision: '2', base: '{"name":"first"}' } }),
    ];
    type('first');
    await vi.advanceTimersByTimeAsync(2_000);
    type('second');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.map(({ name }) => name)).toEqual(['first', 'second', 'second']);
    expect(sent[2]).toMatchObject({ base: '{"name":"first"}' });
    expect(kinds()).not.toContain('conflict');
  });

  it('gives up nothing when the page is replaced while a save is under way', async () => {
    watch();
    type('leaving');
    window.dispatchEvent(new Event('beforeunload'));
    form.dispatchEvent(new Event('focusout'));
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds().at(-1)).toBe('saved');
    expect(store.kept.size).toBe(1);
  });
});
