import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormState } from '@/lib/form-state';
import type { FormSection } from '../domain/form';
import type { Saving } from '../domain/saving';
import { watchForm } from './autosave-engine';
import { rowsWanted } from './put-answer';

/** Replaces the part of the browser's storage that the engine uses. */
class Store {
  readonly items = new Map<string, string>();
  setItem(key: string, value: string) {
    this.items.set(key, value);
  }
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
}

let store: Store;
let form: Fields;
let shown: Saving[];
let sent: Record<string, string>[];
let answers: (FormState | Error)[];
const online = { onLine: true };

/** Replaces an input of the browser; with `checked` it is a checkbox. */
class Control {
  constructor(
    private readonly form: EventTarget,
    readonly name: string,
    public value: string,
    public checked?: boolean,
  ) {}
  get type() {
    return this.checked === undefined ? 'text' : 'checkbox';
  }
  dispatchEvent = (event: Event) => {
    const { type } = event;
    const { detail } = event as CustomEvent<unknown>;
    return this.form.dispatchEvent(detail ? new CustomEvent(type, { detail }) : new Event(type));
  };
}

class Fields extends EventTarget {
  controls = [new Control(this, 'name', ''), new Control(this, 'revision', '1')];
  add(name: string, value: string, checked?: boolean) {
    this.controls.push(new Control(this, name, value, checked));
  }
  get(name: string) {
    return this.controls.find((control) => control.name === name);
  }
  put(name: string, value: string) {
    const control = this.get(name);
    if (control) control.value = value;
    this.dispatchEvent(new Event('input'));
  }
  get text() {
    return this.get('name')?.value ?? '';
  }
  querySelectorAll = () => this.controls;
  querySelector = (selector: string) => this.get(/"(.*)"/.exec(selector)?.[1] ?? '');
}

/** Reads the form's fields as the browser does. */
class Data {
  private readonly data = new Map<string, string[]>();
  constructor(of: Fields) {
    for (const { name, value, checked } of of.controls) {
      if (checked !== false) this.data.set(name, [...this.getAll(name), value]);
    }
  }
  get = (name: string) => this.data.get(name)?.[0] ?? null;
  getAll = (name: string) => this.data.get(name) ?? [];
  keys = () => this.data.keys();
  set = (name: string, value: string) => this.data.set(name, [value]);
  all = () => Object.fromEntries([...this.data].map(([name, [value = '']]) => [name, value]));
}

const label = { 'zh-CN': '问题', en: 'Question' };
const column = { label, required: true };
const option = (value: string) => ({ value, label });
const section: FormSection = {
  id: 'one',
  title: label,
  fields: [
    { kind: 'text', name: 'name', label, required: true },
    { kind: 'money', name: 'fen', label, required: true },
    { kind: 'period', name: 'own1', label, required: true },
    {
      kind: 'table',
      name: 'own2',
      label,
      required: true,
      maxRows: 3,
      columns: [
        { ...column, kind: 'text', name: 'c1' },
        { ...column, kind: 'money', name: 'c2' },
      ],
    },
    {
      kind: 'many',
      name: 'own3',
      label,
      required: true,
      options: [option('o1'), option('o2')],
    },
  ],
};

const saved = (revision: string, name: string): FormState => ({
  status: 'done',
  data: { revision, base: JSON.stringify({ name }), status: 'saved' },
});
const refusedWith = (more: object): FormState => ({
  status: 'refused',
  message: 'no',
  errors: {},
  values: {},
  ...more,
});
const renew = vi.fn<() => Promise<string | undefined>>();

/** Starts the engine without a browser: the form and its data have only the members that the engine uses. */
function watch(base = '{"name":""}') {
  return watchForm({
    form: form as unknown as HTMLFormElement,
    save: (data) => {
      sent.push((data as unknown as Data).all());
      const answer = answers.shift() ?? saved('2', form.text);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    show: (saving) => shown.push(saving),
    renew,
    draft: { key: 'k', section, basis: { revision: '1', base } },
  });
}

const type = (text: string) => {
  form.put('name', text);
};
const kinds = () => shown.map(({ kind }) => kind);

beforeEach(() => {
  vi.useFakeTimers();
  store = new Store();
  form = new Fields();
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
  vi.stubGlobal('FormData', Data);
  vi.stubGlobal('HTMLInputElement', Control);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
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
      revision: '1',
      base: '{"name":""}',
      values: { name: 'kept' },
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.items.size).toBe(0);
  });

  it('still keeps what a save left out, until a later save accepts it', async () => {
    const { saver } = watch();
    answers = [{ status: 'done', data: { revision: '2', base: '{"name":""}', left: 'yes' } }];
    type('half');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kinds().at(-1)).toBe('saved');
    const unsaved = { values: { name: 'half' }, base: '{"name":""}' };
    expect(JSON.parse(store.getItem('k') ?? '')).toMatchObject(unsaved);
    saver.advance({ revision: '3', base: '{"name":""}' });
    expect(JSON.parse(store.getItem('k') ?? '')).toMatchObject({ ...unsaved, revision: '3' });
    type('whole');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.items.size).toBe(0);
  });

  it('waits longer after each failure while the portal cannot be reached, and saves at once when it can', async () => {
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
    expect(store.items.size).toBe(1);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds().at(-1)).toBe('saved');
    expect(store.items.size).toBe(0);
  });

  it('does not let its button send what cannot arrive', () => {
    watch();
    online.onLine = false;
    const submit = new Event('submit', { cancelable: true });
    form.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
  });

  it('shows where to sign in, keeps everything, and saves by itself after the user has signed in', async () => {
    watch();
    answers = [refusedWith({ signIn: '/sign-in' }), refusedWith({ code: 'stale_page' })];
    renew.mockResolvedValue('a new token');
    type('late');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown.at(-1)).toMatchObject({ kind: 'signedOut', signIn: '/sign-in' });
    expect(store.items.size).toBe(1);
    window.dispatchEvent(new Event('suanquan:signed-in'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ name: 'late', csrf: 'a new token' });
    expect(kinds().at(-1)).toBe('saved');
  });

  it('waits for a choice between two answers, and bases the next save on what the user has seen', async () => {
    const { saver } = watch();
    const conflicts = JSON.stringify([{ name: 'name', standing: 'theirs' }]);
    answers = [refusedWith({ values: { conflicts, revision: '5', base: '{"name":"theirs"}' } })];
    type('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown.at(-1)).toMatchObject({ kind: 'conflict', conflicts: [{ standing: 'theirs' }] });
    form.dispatchEvent(new Event('focusout'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    saver.saveChoice({ revision: '1', base: '{"name":"theirs"}' });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ name: 'mine', base: '{"name":"theirs"}' });
  });

  it('has no conflict with an answer that it sent itself without getting a response', async () => {
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

  it('deletes nothing when the page is replaced while a save is running', async () => {
    watch();
    type('leaving');
    window.dispatchEvent(new Event('beforeunload'));
    form.dispatchEvent(new Event('focusout'));
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds().at(-1)).toBe('saved');
    expect(store.items.size).toBe(1);
  });
});

describe('what a colleague saves meanwhile', () => {
  const rows = (list: object[]) => JSON.stringify(list);
  const before = {
    name: '',
    fen: '1000.00',
    own1: '{"from":"2026-01-01","to":""}',
    own2: rows([{ c1: 'a', c2: '5.00' }]),
    own3: '["o1"]',
  };
  const now = {
    fen: '2000.00',
    own1: '{"from":"2026-01-01","to":"2026-02-01"}',
    own2: rows([
      { c1: 'b', c2: '6.00' },
      { c1: 'c', c2: '' },
    ]),
    own3: '["o2"]',
  };
  const answered = (base: object): FormState => ({
    status: 'done',
    data: { revision: '3', base: JSON.stringify(base), status: 'saved' },
  });
  const cells = (at: number, c1: string, c2: string) => {
    form.add(`own2.${at}.c1`, c1);
    form.add(`own2.${at}.c2`, c2);
  };

  beforeEach(() => {
    form.add('fen', '1000');
    form.add('own1.from', '2026-01-01');
    form.add('own1.to', '');
    form.add('own2.#', '1');
    cells(0, 'a', '5');
    form.add('own3.#', '1');
    form.add('own3', 'o1', true);
    form.add('own3', 'o2', false);
    form.addEventListener(rowsWanted, (event) => {
      const { detail } = event as CustomEvent<number>;
      for (let at = 1; at < detail; at += 1) cells(at, '', '');
      const count = form.get('own2.#');
      if (count) count.value = String(detail);
    });
  });

  it('is shown in fields without typing, in every kind of answer and however it was written', async () => {
    const { saver } = watch(JSON.stringify(before));
    answers = [answered({ ...before, ...now, name: 'mine' })];
    type('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    const shownData = new Data(form).all();
    expect(shownData).toMatchObject({ fen: '2000.00', 'own1.to': '2026-02-01', own3: 'o2' });
    expect(shownData).toMatchObject({ 'own2.0.c1': 'b', 'own2.0.c2': '6.00', 'own2.1.c1': 'c' });
    expect(JSON.parse(saver.basis.base)).toEqual({ ...before, ...now, name: 'mine' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
  });

  it('does not count as seen in a field with typing, so that the next save reports the conflict', async () => {
    const { saver } = watch(JSON.stringify(before));
    answers = [answered({ ...before, ...now, name: 'mine' })];
    type('mine');
    form.dispatchEvent(new Event('focusout'));
    form.put('fen', '3000');
    form.put('own2.0.c1', 'z');
    await vi.advanceTimersByTimeAsync(0);
    const base = JSON.parse(saver.basis.base) as Record<string, string>;
    expect(base).toEqual({ ...before, name: 'mine', own1: now.own1, own3: now.own3 });
    expect(form.get('fen')?.value).toBe('3000');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent[1]).toMatchObject({ fen: '3000', base: JSON.stringify(base) });
  });

  it('does not count as seen if the form has no field for it', async () => {
    const { saver } = watch(JSON.stringify(before));
    form.controls = form.controls.filter(({ name }) => !/^(fen|own2)/.test(name));
    answers = [answered({ ...before, ...now, name: 'mine' })];
    type('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(JSON.parse(saver.basis.base)).toMatchObject({ fen: '1000.00', own2: before.own2 });
  });

  it('is distinguished from what this form sent, however it was written', async () => {
    watch(JSON.stringify(before));
    const conflicts = JSON.stringify([{ name: 'fen', standing: '3000.00' }]);
    const base = JSON.stringify({ ...before, fen: '3000.00' });
    answers = [new Error('no answer'), refusedWith({ values: { conflicts, revision: '2', base } })];
    form.put('fen', '3,000');
    await vi.advanceTimersByTimeAsync(2_000);
    form.put('fen', '4000');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.map(({ fen }) => fen)).toEqual(['3,000', '4000', '4000']);
    expect(kinds()).not.toContain('conflict');
  });

  it('comes with the page too, and is not mixed with typed and unsaved text', () => {
    const { saver } = watch(JSON.stringify(before));
    saver.advance({ revision: '4', base: JSON.stringify({ ...before, ...now }) });
    expect(form.get('fen')?.value).toBe('2000.00');
    const fen = form.get('fen');
    if (fen) fen.value = 'half';
    saver.advance({ revision: '5', base: JSON.stringify({ ...before, ...now, fen: '9.00' }) });
    expect(form.get('fen')?.value).toBe('half');
    expect(JSON.parse(saver.basis.base)).toMatchObject({ fen: '2000.00' });
  });

  it('does not overwrite a field that was typed back while its save was running', async () => {
    const { saver } = watch(JSON.stringify(before));
    const base = JSON.stringify({ ...before, fen: '3000.00' });
    answers = [{ status: 'done', data: { revision: '2', base, status: 'saved' } }];
    form.put('fen', '3000');
    form.dispatchEvent(new Event('focusout'));
    form.put('fen', '1000.00');
    saver.advance({ revision: '2', base: JSON.stringify(before) });
    await vi.advanceTimersByTimeAsync(0);
    expect(form.get('fen')?.value).toBe('1000.00');
  });

  it('comes with a refusal too: what is shown counts as seen, typed fields stay in conflict', async () => {
    const { saver } = watch(JSON.stringify(before));
    form.put('fen', '3000');
    saver.submitted(new Event('submit'));
    saver.cameBack(JSON.stringify({ ...before, ...now }));
    expect(form.get('fen')?.value).toBe('3000');
    expect(form.get('own1.to')?.value).toBe('2026-02-01');
    expect(JSON.parse(saver.basis.base)).toEqual({ ...before, ...now, fen: '1000.00' });
    // The user has not chosen yet. What is typed next is based on what is shown.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(0);
    form.put('own1.to', '2026-03-01');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(JSON.parse(sent[0]?.base ?? '')).toMatchObject({ own1: now.own1, fen: '1000.00' });
  });
});

describe('what the form’s own button sent', () => {
  const conflicts = JSON.stringify([
    { name: 'name', label: 'Name', mine: 't2', theirs: 't1', standing: 't1' },
  ]);

  it('is no colleague’s answer when it comes back', async () => {
    const { saver } = watch();
    type('t1');
    saver.submitted(new Event('submit'));
    answers = [refusedWith({ values: { conflicts, revision: '2', base: '{"name":"t1"}' } })];
    type('t2');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kinds()).not.toContain('conflict');
    expect(sent.map(({ name }) => name)).toEqual(['t2', 't2']);
    expect(sent[1]?.base).toBe('{"name":"t1"}');
  });

  it('is not sent again after a failed save and the button', async () => {
    const { saver, stop } = watch();
    answers = [new Error('no answer')];
    type('t1');
    form.dispatchEvent(new Event('focusout'));
    saver.submitted(new Event('submit'));
    await vi.advanceTimersByTimeAsync(0);
    window.location.pathname = '/there';
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    expect(store.getItem('k')).toBeNull();
  });
});

describe('text of an earlier visit', () => {
  it('is still kept if the form does not have its field today', async () => {
    const { saver } = watch();
    const unsaved = {
      at: 1,
      values: { name: 'back', fen: '12' },
      revision: '1',
      base: '{}',
      sent: {},
    };
    saver.keepAbsent(unsaved);
    type('back');
    saver.resume(unsaved);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toMatchObject([{ name: 'back' }]);
    const values = () =>
      (JSON.parse(store.getItem('k') ?? '{}') as { values?: Record<string, string> }).values;
    expect(values()).toMatchObject({ fen: '12' });
    saver.advance({ revision: '2', base: '{"name":"back"}' });
    expect(values()).toMatchObject({ fen: '12' });
    saver.discard({ revision: '2', base: '{}' });
    expect(values()).toBeUndefined();
  });
});
