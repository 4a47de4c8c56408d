import { forget, storeUnsaved, type UnsavedText } from '@/components/ui/unsaved-text';
import { signedInAgain } from '@/components/ui/session-left';
import { namesIn, readValues } from '@/components/ui/form-values';
import type { FormState } from '@/lib/form-state';
import { isNewer, readTexts, type SaveBasis } from '../domain/save-basis';
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
import { showNewerAnswers, answersIn } from './newer-answers';

export type Watch = {
  form: HTMLFormElement;
  save: (data: FormData) => Promise<FormState>;
  show: (saving: Saving) => void;
  /** Fetches a new token for the form. Returns undefined while the user is signed out. */
  renew: () => Promise<string | undefined>;
  /**
   * For a form whose unsaved text the browser keeps, and whose fields show what colleagues save: the key for keeping
   * it, the form's questions, and what the page showed. Without it the form itself carries its revision and base.
   */
  draft?: { key: string; section: FormSection; basis: SaveBasis };
};

/** The running saves by what they save. A user may leave a page and come back to it before the response arrives. */
const underway = new Map<string, Promise<void>>();

/** Returns a promise that settles when the running save of the form ends; undefined if there is none. */
export const runningSave = (key: string): Promise<void> | undefined => underway.get(key);

/** Carries out what `next` decides for one form, and holds the data of the form and the browser that this needs. */
export class Saver {
  private state = nothingTyped;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private token: string | undefined;
  /** When the user typed last, in milliseconds. */
  private typedAt = 0;
  private sent: Sent = {};
  /** The answers that the running save sends, as they would be stored. */
  private sending: Answers = {};
  /** Text kept from an earlier visit for fields that the form does not have today. */
  private elsewhere: Readonly<Record<string, string>> = {};
  /** The fields are being filled with a colleague's answers, which does not count as typing. */
  private filling = false;
  private readonly path = window.location.pathname;
  basis: SaveBasis;

  constructor(private readonly watch: Watch) {
    this.basis = watch.draft?.basis ?? { revision: '-1', base: '' };
  }

  get unsaved(): boolean {
    return isUnsaved(this.state);
  }

  /**
   * Handles an event and carries out its effects. @param ofBrowser the browser's own event, so that it can be
   * prevented
   */
  on(event: SavingEvent, ofBrowser?: Event): void {
    const { state, effects } = next(this.state, event);
    this.state = state;
    for (const effect of effects) this.carryOut(effect, ofBrowser);
  }

  /** Handles that the user types. */
  typed(event: Event): void {
    if (this.filling) return;
    this.typedAt = performance.timeOrigin + event.timeStamp;
    this.on({ is: 'typed' });
  }

  /** Handles that the form's own button sends the form. May prevent the browser from sending it. */
  submitted(event: Event): void {
    this.on({ is: 'submitted', online: navigator.onLine }, event);
    if (this.state.unsent === 'submitted') this.noteSent();
  }

  /**
   * Handles that the portal refused what the button sent. @param base a colleague's changes, if the refusal reports
   * them
   */
  cameBack(base: string | undefined): void {
    this.on({ is: 'cameBack', base });
  }

  /**
   * Handles that the form's page ends. If the address is still the same, the page broke down and is shown again with
   * the kept text.
   */
  leave(): void {
    this.on({ is: 'left', moved: window.location.pathname !== this.path });
  }

  /** Continues to keep the text of fields that the form does not have today. */
  keepAbsent({ values }: UnsavedText): void {
    const of = (name: string) => name.split('.')[0] ?? '';
    const there = new Set([...namesIn(this.watch.form)].map(of));
    const absent = Object.entries(values).filter(([name]) => !there.has(of(name)));
    this.elsewhere = Object.fromEntries(absent);
  }

  /** Saves text from an earlier visit that is back in the form. It is based on the answers that the visit showed. */
  resume({ at, revision, base, sent }: UnsavedText): void {
    this.basis = { revision, base };
    this.typedAt = at;
    this.sent = { ...this.sent, ...sent };
    this.on({ is: 'restored' });
  }

  /** Shows the page's newer answers in unchanged fields, and bases the next save on them. */
  advance(basis: SaveBasis): void {
    this.on({ is: 'pageRenewed', basis });
  }

  /** Saves the user's choice between two answers, based on the colleague's answer that the user has seen. */
  saveChoice(basis: SaveBasis): void {
    this.on({ is: 'chosen', basis });
  }

  /** Discards the text from an earlier visit. The form is based again on the answers that the page shows. */
  discard(basis: SaveBasis): void {
    this.elsewhere = {};
    this.on({ is: 'discarded', basis });
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
      case 'store':
        this.store();
        break;
      case 'clear':
        this.clear();
        break;
      case 'show':
        this.watch.show(effect.saving);
        break;
      case 'showNewer':
        this.basis = this.showNewer(effect.basis, effect.saved ? this.sending : {});
        break;
      case 'setBasis':
        this.basis = effect.basis;
        break;
      case 'preventDefault':
        ofBrowser?.preventDefault();
        break;
    }
  }

  private store(): void {
    const { form, draft } = this.watch;
    const values = { ...this.elsewhere, ...readValues(form) };
    const text = { at: this.typedAt, values, sent: this.sent, ...this.basis };
    this.on({ is: 'stored', done: draft !== undefined && storeUnsaved(draft.key, text) });
  }

  private clear(): void {
    if (Object.keys(this.elsewhere).length > 0) this.store();
    else if (this.watch.draft) forget(this.watch.draft.key);
  }

  private showNewer({ revision, base }: Partial<SaveBasis>, sent: Answers): SaveBasis {
    const { form, draft } = this.watch;
    const before = this.basis;
    const now = { revision: revision ?? before.revision, base: base ?? before.base };
    if (!draft) return now;
    this.filling = true;
    try {
      return showNewerAnswers(form, draft.section, { before, now, sent });
    } finally {
      this.filling = false;
    }
  }

  private dataOf(form: HTMLFormElement): FormData {
    const data = new FormData(form);
    const own = data.get('revision');
    const revision = typeof own === 'string' ? own : '';
    if (this.watch.draft || isNewer(this.basis, { revision, base: '' })) {
      data.set('revision', this.basis.revision);
      data.set('base', this.basis.base);
    }
    if (this.token) data.set('csrf', this.token);
    return data;
  }

  /**
   * Remembers what the form sends, so that it is not taken for a colleague's answer when it comes back.
   * @returns the answers as they would be stored
   */
  private noteSent(): Answers {
    const { form, draft } = this.watch;
    if (!draft) return {};
    const answers = answersIn(form, draft.section);
    this.sent = noteSent(this.sent, answers, readTexts(this.basis.base));
    return answers;
  }

  private send(): void {
    const { form, draft } = this.watch;
    this.sending = this.noteSent();
    const run = this.run(this.dataOf(form));
    if (!draft) return;
    underway.set(draft.key, run);
    void run.finally(() => {
      if (underway.get(draft.key) === run) underway.delete(draft.key);
    });
  }

  private async run(data: FormData): Promise<void> {
    const answer = await this.watch.save(data).catch(() => undefined);
    const read = answer && (await this.read(answer));
    if (read) this.on({ is: 'answered', answer: read });
    else this.on({ is: 'failed', online: navigator.onLine });
  }

  /** Reads a response. If the form's token is from an earlier session, fetches a new one first. */
  private async read(answer: FormState): Promise<SaveAnswer> {
    if ('code' in answer && answer.code === 'stale_page') {
      this.token = await this.watch.renew().catch(() => undefined);
      if (this.token) return { kind: 'newToken' };
    }
    const { sent, basis } = this;
    return readSaveAnswer(answer, { sent, basis });
  }
}

/**
 * Saves a form while the user fills it in: two seconds after the last key, when the user leaves a field, and when the
 * page is hidden. What cannot be sent is kept in the browser and tried again.
 * @returns the saver, and a function that stops it after a last save of unsaved text
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
