import { forget, keep, type KeptText } from '@/components/ui/kept-text';
import { signedInAgain } from '@/components/ui/session-left';
import { namesIn, readValues } from '@/components/ui/form-values';
import type { FormState } from '@/lib/form-state';
import { isNewer, readTexts, type Footing } from '../domain/footing';
import type { Answers, FormSection } from '../domain/form';
import { noteSent, readSaveAnswer, type SaveAnswer, type Sent } from '../domain/save-answer';
import {
  isUnsaved,
  next,
  nothingTyped,
  type Saving,
  type SavingEffect,
  type SavingEvent,
} from '../domain/saving';
import { adopt, answersIn } from './footing';

export type Watch = {
  form: HTMLFormElement;
  save: (data: FormData) => Promise<FormState>;
  show: (saving: Saving) => void;
  /** Fetches a new token for the form; nothing while nobody is signed in. */
  renew: () => Promise<string | undefined>;
  /**
   * For a form whose unsaved text is kept in the browser, and whose fields follow what colleagues
   * save: under which name, of which questions, and what the page showed. Without it the form
   * carries its own footing.
   */
  kept?: { key: string; section: FormSection; footing: Footing };
};

/** Holds the saves under way by what they save: a page may be left and come back to before it is answered. */
const underway = new Map<string, Promise<void>>();

/** Returns what settles once nothing is under way for the form any more; nothing if nothing is. */
export const settled = (key: string): Promise<void> | undefined => underway.get(key);

/** Carries out for one form what `next` decides, and holds what that needs of the form and the browser. */
export class Saver {
  private state = nothingTyped;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private token: string | undefined;
  /** When somebody typed last, in milliseconds. */
  private typedAt = 0;
  private sent: Sent = {};
  /** The answers that the save under way brings, as they would be kept. */
  private sending: Answers = {};
  /** Kept of an earlier visit for fields that the form does not have today. */
  private elsewhere: Readonly<Record<string, string>> = {};
  /** The fields are being filled with a colleague's answers: that is no typing. */
  private filling = false;
  private readonly path = window.location.pathname;
  footing: Footing;

  constructor(private readonly watch: Watch) {
    this.footing = watch.kept?.footing ?? { revision: '-1', base: '' };
  }

  get unsaved(): boolean {
    return isUnsaved(this.state);
  }

  /** Carries out what follows an event. @param ofBrowser what the browser is about to do, where that is the event */
  on(event: SavingEvent, ofBrowser?: Event): void {
    const { state, effects } = next(this.state, event);
    this.state = state;
    for (const effect of effects) this.carryOut(effect, ofBrowser);
  }

  /** Notes that somebody types. */
  typed(event: Event): void {
    if (this.filling) return;
    this.typedAt = performance.timeOrigin + event.timeStamp;
    this.on({ is: 'typed' });
  }

  /** Notes that the form is being sent by its own button, or keeps the browser from sending it. */
  submitted(event: Event): void {
    this.on({ is: 'submitted', online: navigator.onLine }, event);
  }

  /** Takes back what was sent by the button and not saved. @param base what a colleague changed meanwhile, if the portal told */
  cameBack(base: string | undefined): void {
    this.on({ is: 'cameBack', base });
  }

  /** Ends with the form's page. At the same address the page broke down, and comes back with what is kept. */
  leave(): void {
    this.on({ is: 'left', moved: window.location.pathname !== this.path });
  }

  /** Goes on keeping what is kept for fields that the form does not have today. */
  hold({ values }: KeptText): void {
    const of = (name: string) => name.split('.')[0] ?? '';
    const there = new Set([...namesIn(this.watch.form)].map(of));
    const absent = Object.entries(values).filter(([name]) => !there.has(of(name)));
    this.elsewhere = Object.fromEntries(absent);
  }

  /** Saves text of an earlier visit that is back in the form: it stands on what that visit saw. */
  resume({ at, revision, base, sent }: KeptText): void {
    this.footing = { revision, base };
    this.typedAt = at;
    this.sent = { ...this.sent, ...sent };
    this.on({ is: 'restored' });
  }

  /** Shows newer answers of the page in untouched fields; the next save stands on those. */
  advance(footing: Footing): void {
    this.on({ is: 'pageRenewed', footing });
  }

  /** Saves what somebody chose of two answers, on what they saw of the colleague's. */
  settle(footing: Footing): void {
    this.on({ is: 'chosen', footing });
  }

  /** Gives up what came back into the form: it stands again on what the page shows. */
  discard(footing: Footing): void {
    this.elsewhere = {};
    this.on({ is: 'discarded', footing });
  }

  private carryOut(effect: SavingEffect, ofBrowser: Event | undefined): void {
    switch (effect.do) {
      case 'send':
        this.send();
        break;
      case 'wait':
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
          this.on({ is: 'waited' });
        }, effect.milliseconds);
        break;
      case 'stopWaiting':
        clearTimeout(this.timer);
        break;
      case 'keep':
        this.keep();
        break;
      case 'clear':
        this.clear();
        break;
      case 'show':
        this.watch.show(effect.saving);
        break;
      case 'follow':
        this.footing = this.follow(effect.footing);
        break;
      case 'standOn':
        this.footing = effect.footing;
        break;
      case 'holdBack':
        ofBrowser?.preventDefault();
        break;
    }
  }

  private keep(): void {
    const { form, kept } = this.watch;
    const values = { ...this.elsewhere, ...readValues(form) };
    const text = { at: this.typedAt, values, sent: this.sent, ...this.footing };
    this.on({ is: 'kept', done: kept !== undefined && keep(kept.key, text) });
  }

  private clear(): void {
    if (Object.keys(this.elsewhere).length > 0) this.keep();
    else if (this.watch.kept) forget(this.watch.kept.key);
  }

  private follow({ revision, base }: Partial<Footing>): Footing {
    const { form, kept } = this.watch;
    const before = this.footing;
    const now = { revision: revision ?? before.revision, base: base ?? before.base };
    if (!kept) return now;
    const sent = this.sending;
    this.sending = {};
    this.filling = true;
    try {
      return adopt(form, kept.section, { before, now, sent });
    } finally {
      this.filling = false;
    }
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

  private send(): void {
    const { form, kept } = this.watch;
    if (kept) {
      this.sending = answersIn(form, kept.section);
      this.sent = noteSent(this.sent, this.sending, readTexts(this.footing.base));
    }
    const run = this.run(this.dataOf(form));
    if (!kept) return;
    underway.set(kept.key, run);
    void run.finally(() => {
      if (underway.get(kept.key) === run) underway.delete(kept.key);
    });
  }

  private async run(data: FormData): Promise<void> {
    const answer = await this.watch.save(data).catch(() => undefined);
    if (answer) this.on({ is: 'answered', answer: await this.read(answer) });
    else this.on({ is: 'failed', online: navigator.onLine });
  }

  /** Reads an answer, after asking for the new token that one of an earlier session needs. */
  private async read(answer: FormState): Promise<SaveAnswer> {
    if ('code' in answer && answer.code === 'stale_page') {
      this.token = await this.watch.renew().catch(() => undefined);
      if (this.token) return { kind: 'newToken' };
    }
    const { sent, footing } = this;
    return readSaveAnswer(answer, { sent, footing });
  }
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
  const listen = (target: EventTarget, kind: string, run: (event: Event) => void) => {
    target.addEventListener(kind, run, { signal });
  };
  const { form } = watch;
  listen(form, 'input', (event) => saver.typed(event));
  listen(form, 'focusout', () => saver.on({ is: 'fieldLeft' }));
  listen(form, 'submit', (event) => saver.submitted(event));
  listen(window, 'online', () => saver.on({ is: 'online' }));
  listen(window, 'offline', () => saver.on({ is: 'offline' }));
  listen(window, signedInAgain, () => saver.on({ is: 'signedInAgain' }));
  listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.on({ is: 'hidden' });
  });
  listen(window, 'beforeunload', (event) => saver.on({ is: 'unload' }, event));
  const stop = () => {
    listening.abort();
    saver.leave();
  };
  return { saver, stop };
}
