import { forget, keep, type KeptText } from '@/components/ui/kept-text';
import { signedInAgain } from '@/components/ui/session-left';
import { namesIn, readValues } from '@/components/ui/form-values';
import type { FormState } from '@/lib/form-state';
import { readConflicts, type Conflict } from '../domain/conflicts';
import type { Answers, FormSection } from '../domain/form';
import { adopt, answersIn, isNewer, readTexts, type Footing } from './footing';

type Values = Readonly<Record<string, string>>;

/** What the reader is told while a form saves itself. */
export type Saving =
  | { kind: 'saving' | 'offline' | 'failed' | 'returned' }
  | { kind: 'saved'; data: Values }
  | { kind: 'signedOut'; text: string; signIn: string }
  | { kind: 'conflict'; text: string; conflicts: readonly Conflict[]; fresh: Footing }
  | { kind: 'refused'; text: string };

const idleMilliseconds = 2_000;
const firstRetryMilliseconds = 3_000;
const longestRetryMilliseconds = 60_000;

export type Watch = {
  form: HTMLFormElement;
  save: (data: FormData) => Promise<FormState>;
  show: (saving: Saving) => void;
  /** Asks for a new token for the form; nothing while nobody is signed in. */
  renew: () => Promise<string | undefined>;
  /**
   * For a form whose unsaved text is kept in the browser, and whose fields follow what colleagues
   * save: under which name, of which questions, and what the page showed. Without it the form
   * carries its own footing.
   */
  kept?: { key: string; section: FormSection; footing: Footing };
};

/** Saves under way, by what they save: a page may be left and come back to before it is answered. */
const underway = new Map<string, Promise<void>>();

/** Settles once nothing is under way for the form any more; nothing if nothing is. */
export const settled = (key: string): Promise<void> | undefined => underway.get(key);

const single = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : '';

/** Keeps what is typed into one form saved; one save runs at a time. */
export class Saver {
  private dirty = false;
  private leaving = false;
  private unloading = false;
  /** Two answers are shown, and nobody chose yet: sending the same again would change nothing. */
  private undecided = false;
  private running = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private token: string | undefined;
  private at = 0;
  /** Something typed was left out of the last save: it is wrong as yet, or waits for a yes. */
  private left = false;
  /** The answers that the save under way brings, as they would be kept. */
  private sending: Answers = {};
  private readonly mySent = new Map<string, Set<string>>();
  /** Kept of an earlier visit for fields that the form does not have today. */
  private elsewhere: Values = {};
  /** Whether the browser keeps what is unsaved: then leaving the page loses nothing. */
  private kept = true;
  private readonly path = window.location.pathname;
  footing: Footing;

  constructor(private readonly watch: Watch) {
    this.footing = watch.kept?.footing ?? { revision: '-1', base: '' };
  }

  get unsaved(): boolean {
    return this.dirty || this.running;
  }

  /** Whether leaving now would lose something. */
  get atRisk(): boolean {
    return this.unsaved && !this.kept;
  }

  readonly typed = (event: Event): void => {
    this.dirty = true;
    this.unloading = false;
    this.undecided = false;
    this.at = performance.timeOrigin + event.timeStamp;
    this.remember();
    this.later(idleMilliseconds);
  };

  /**
   * The form is being sent by its own button: that saves everything. Where the portal cannot be
   * reached it would only end in an error, so the form stays and is saved when it can be.
   */
  readonly sent = (event: Event): void => {
    if (!navigator.onLine || this.failures > 0) {
      event.preventDefault();
      this.dirty = true;
      this.now();
      return;
    }
    this.dirty = false;
    this.leaving = true;
    this.rest();
  };

  /** Another page is on its way in place of this one. */
  readonly unload = (event: Event): void => {
    if (this.atRisk) event.preventDefault();
    this.unloading = true;
  };

  /** It came back and nothing of it was saved; what colleagues changed elsewhere is shown. */
  cameBack(base: string | undefined): void {
    this.leaving = false;
    this.dirty = true;
    this.watch.show({ kind: 'returned' });
    if (base === undefined) return;
    this.sending = {};
    this.footing = this.follow({ ...this.footing, base });
    this.rest();
    this.undecided = true;
  }

  /** The page is left within the portal: what was sent stands, what was not is sent now. */
  leave(): void {
    this.rest();
    // Still the same address: the page broke down, and comes back with what is kept.
    const moved = window.location.pathname !== this.path;
    if (this.leaving && moved) this.forget();
    else if (!this.leaving) this.now();
  }

  readonly rest = (): void => {
    clearTimeout(this.timer);
  };

  readonly dropped = (): void => {
    if (this.dirty) this.watch.show({ kind: 'offline' });
  };

  readonly now = (): void => {
    const run = this.run();
    const key = this.watch.kept?.key;
    if (key === undefined || !this.running) return;
    underway.set(key, run);
    void run.finally(() => {
      if (underway.get(key) === run) underway.delete(key);
    });
  };

  /** What is kept for fields that the form does not have today goes on being kept. */
  hold({ values }: KeptText): void {
    const of = (name: string) => name.split('.')[0] ?? '';
    const there = new Set([...namesIn(this.watch.form)].map(of));
    const absent = Object.entries(values).filter(([name]) => !there.has(of(name)));
    this.elsewhere = Object.fromEntries(absent);
  }

  /** Text that was kept of an earlier visit is back in the form: it stands on what that visit saw. */
  resume({ at, revision, base, sent }: KeptText): void {
    this.footing = { revision, base };
    this.at = at;
    for (const [name, values] of Object.entries(sent)) this.mySent.set(name, new Set(values));
    this.dirty = true;
    // Putting it back counted as typing, over what the page shows.
    this.remember();
    this.later(idleMilliseconds);
  }

  /** The page shows newer answers: untouched fields follow, and the next save stands on those. */
  advance(footing: Footing): void {
    if (this.unsaved) return;
    this.sending = {};
    this.footing = this.follow(footing);
    this.dirty = false;
    this.rest();
    this.forgetSaved();
  }

  /** Somebody chose between two answers: what they saw of the colleague's is what a save stands on. */
  settle(fresh: Footing): void {
    this.footing = fresh;
    this.dirty = true;
    this.undecided = false;
    this.now();
  }

  /** What came back into the form is not wanted: the form stands again on what the page shows. */
  discard(footing: Footing): void {
    this.footing = footing;
    this.dirty = false;
    this.left = false;
    this.elsewhere = {};
    this.rest();
    this.forget();
  }

  private remember(): void {
    const { form, kept } = this.watch;
    const sent = Object.fromEntries([...this.mySent].map(([name, values]) => [name, [...values]]));
    const values = { ...this.elsewhere, ...readValues(form) };
    const text = { at: this.at, values, sent, ...this.footing };
    this.kept = kept !== undefined && keep(kept.key, text);
  }

  /** What is sent now may come to stand although its answer never arrives here. */
  private note(): void {
    const { form, kept } = this.watch;
    if (!kept) return;
    const base = readTexts(this.footing.base);
    this.sending = answersIn(form, kept.section);
    for (const [name, value] of Object.entries(this.sending)) {
      if (value === (base[name] ?? '')) continue;
      const before = [...(this.mySent.get(name) ?? [])].slice(-4);
      this.mySent.set(name, new Set([...before, value]));
    }
    this.remember();
  }

  /** A conflict with what was sent from here before is none: the next save stands on that. */
  private isOwn(conflicts: readonly Conflict[]): boolean {
    const own = conflicts.filter(({ name, standing }) => this.mySent.get(name)?.has(standing));
    if (own.length === 0) return false;
    const seen = Object.fromEntries(own.map(({ name, standing }) => [name, standing]));
    const base = JSON.stringify({ ...readTexts(this.footing.base), ...seen });
    this.settle({ ...this.footing, base });
    return true;
  }

  private forget(): void {
    // The page that comes next may have been read just before this save: it compares for itself.
    if (this.watch.kept && !this.unloading) forget(this.watch.kept.key);
  }

  /** Of what the browser keeps only that is needed which stands nowhere else. */
  private forgetSaved(): void {
    if (this.left || Object.keys(this.elsewhere).length > 0) this.remember();
    else this.forget();
  }

  /** Fields that nobody touched here show what a colleague saved. */
  private follow(now: Footing): Footing {
    const { form, kept } = this.watch;
    if (!kept) return now;
    return adopt(form, kept.section, { before: this.footing, now, sent: this.sending });
  }

  private later(milliseconds: number): void {
    this.rest();
    this.timer = setTimeout(this.now, milliseconds);
  }

  private dataOf(form: HTMLFormElement): FormData {
    const data = new FormData(form);
    const own = data.get('revision');
    const revision = typeof own === 'string' ? own : '';
    if (this.watch.kept || isNewer(this.footing, { revision, base: '' })) {
      data.set('revision', this.footing.revision);
      data.set('base', this.footing.base);
    }
    if (this.token) data.set('csrf', this.token);
    return data;
  }

  private async run(): Promise<void> {
    if (!this.dirty || this.running || this.undecided) return;
    const { form, save, show } = this.watch;
    this.rest();
    this.dirty = false;
    this.running = true;
    show({ kind: 'saving' });
    this.note();
    const answer = await save(this.dataOf(form)).catch(() => undefined);
    this.running = false;
    if (answer) await this.answered(answer);
    else this.missed();
  }

  private async answered(answer: FormState): Promise<void> {
    this.failures = 0;
    if (answer.status === 'done') {
      this.saved(answer.data ?? {});
      return;
    }
    // A "no" will be the same "no" until something is typed or the form's button is pressed.
    this.dirty = true;
    if (answer.status === 'idle') return;
    if (answer.code === 'stale_page') {
      this.token = await this.watch.renew();
      if (this.token) {
        this.now();
        return;
      }
    }
    const why = whyNot(answer);
    if (why.kind === 'conflict' && this.isOwn(why.conflicts)) return;
    this.undecided = why.kind === 'conflict';
    this.watch.show(why);
  }

  private saved(data: Values): void {
    const before = this.footing;
    const typedMeanwhile = this.dirty;
    this.footing = this.follow({
      revision: data.revision ?? before.revision,
      base: data.base ?? before.base,
    });
    this.dirty = typedMeanwhile;
    this.left = data.left === 'yes';
    this.watch.show({ kind: 'saved', data });
    if (typedMeanwhile) {
      this.remember();
      this.later(idleMilliseconds);
      return;
    }
    this.rest();
    this.forgetSaved();
  }

  private missed(): void {
    this.dirty = true;
    this.failures += 1;
    this.watch.show({ kind: navigator.onLine ? 'failed' : 'offline' });
    const wait = firstRetryMilliseconds * 2 ** (this.failures - 1);
    this.later(Math.min(wait, longestRetryMilliseconds));
  }
}

function whyNot(answer: Extract<FormState, { status: 'invalid' | 'refused' }>): Saving {
  const text = answer.message ?? '';
  if (answer.signIn) return { kind: 'signedOut', text, signIn: answer.signIn };
  const conflicts = readConflicts(single(answer.values.conflicts));
  if (conflicts.length === 0) return { kind: 'refused', text };
  const fresh = { revision: single(answer.values.revision), base: single(answer.values.base) };
  return { kind: 'conflict', text, conflicts, fresh };
}

/**
 * Saves a form while somebody fills it in: two seconds after the last key, on leaving a field, and
 * when the page is put away. What cannot be sent is kept in the browser and tried again.
 * @returns the saver, and a function that stops it after a last save of what is unsaved
 */
export function watchForm(watch: Watch): { saver: Saver; stop: () => void } {
  const saver = new Saver(watch);
  const listening = new AbortController();
  const { signal } = listening;
  const { form } = watch;
  form.addEventListener('input', saver.typed, { signal });
  form.addEventListener('focusout', saver.now, { signal });
  form.addEventListener('submit', saver.sent, { signal });
  window.addEventListener('online', saver.now, { signal });
  window.addEventListener('offline', saver.dropped, { signal });
  window.addEventListener(signedInAgain, saver.now, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') saver.now();
    },
    { signal },
  );
  window.addEventListener('beforeunload', saver.unload, { signal });
  const stop = () => {
    listening.abort();
    saver.leave();
  };
  return { saver, stop };
}
