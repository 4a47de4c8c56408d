import type { FormState } from '@/lib/form-state';

/** What the reader is told while a form saves itself. */
export type Saving =
  | { kind: 'saving' | 'offline' | 'failed' }
  | { kind: 'saved'; data: Readonly<Record<string, string>> }
  | { kind: 'refused'; text: string };

const idleMilliseconds = 2_000;
const firstRetryMilliseconds = 3_000;
const longestRetryMilliseconds = 60_000;

/** What a save carries of the last one: which answers it stands on. */
function carry(data: FormData, latest: Readonly<Record<string, string>> | undefined): FormData {
  if (latest && Number(latest.revision) > Number(data.get('revision'))) {
    data.set('revision', latest.revision ?? '');
    data.set('base', latest.base ?? '');
  }
  return data;
}

type Save = (data: FormData) => Promise<FormState>;
type Show = (saving: Saving) => void;

/** Keeps what is typed into one form saved; one save runs at a time. */
class Saver {
  private dirty = false;
  private running = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest: Readonly<Record<string, string>> | undefined;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly save: Save,
    private readonly show: Show,
  ) {}

  get unsaved(): boolean {
    return this.dirty || this.running;
  }

  readonly typed = (): void => {
    this.dirty = true;
    this.later(idleMilliseconds);
  };

  /** The form is being sent by its own button: that saves everything. */
  readonly sent = (): void => {
    this.dirty = false;
    this.rest();
  };

  readonly rest = (): void => {
    clearTimeout(this.timer);
  };

  readonly dropped = (): void => {
    if (this.dirty) this.show({ kind: 'offline' });
  };

  readonly now = (): void => {
    void this.run();
  };

  private later(milliseconds: number): void {
    this.rest();
    this.timer = setTimeout(this.now, milliseconds);
  }

  private async run(): Promise<void> {
    if (!this.dirty || this.running) return;
    this.dirty = false;
    this.running = true;
    this.show({ kind: 'saving' });
    const data = carry(new FormData(this.form), this.latest);
    const answer = await this.save(data).catch(() => undefined);
    this.running = false;
    if (answer) this.answered(answer);
    else this.missed();
  }

  private answered(answer: FormState): void {
    this.failures = 0;
    if (answer.status === 'done') {
      this.latest = answer.data;
      this.show({ kind: 'saved', data: answer.data ?? {} });
      if (this.dirty) this.later(idleMilliseconds);
      return;
    }
    // A "no" will be the same "no" until something is typed or the form's button is pressed.
    this.dirty = true;
    const text = 'message' in answer ? (answer.message ?? '') : '';
    this.show({ kind: 'refused', text });
  }

  private missed(): void {
    this.dirty = true;
    this.failures += 1;
    this.show({ kind: navigator.onLine ? 'failed' : 'offline' });
    const wait = firstRetryMilliseconds * 2 ** (this.failures - 1);
    this.later(Math.min(wait, longestRetryMilliseconds));
  }
}

/**
 * Saves a form while somebody fills it in: two seconds after the last key, on leaving a field, and
 * when the page is put away. What cannot be sent is kept and tried again.
 * @returns a function that stops it, after a last save of what is unsaved
 */
export function watchForm(form: HTMLFormElement, save: Save, show: Show): () => void {
  const saver = new Saver(form, save, show);
  const listening = new AbortController();
  const { signal } = listening;
  form.addEventListener('input', saver.typed, { signal });
  form.addEventListener('focusout', saver.now, { signal });
  form.addEventListener('submit', saver.sent, { signal });
  window.addEventListener('online', saver.now, { signal });
  window.addEventListener('offline', saver.dropped, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') saver.now();
    },
    { signal },
  );
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (saver.unsaved) event.preventDefault();
    },
    { signal },
  );
  return () => {
    listening.abort();
    saver.rest();
    saver.now();
  };
}
