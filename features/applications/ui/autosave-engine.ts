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

/**
 * Saves a form while somebody fills it in: two seconds after the last key, on leaving a field, and
 * when the page is put away. What cannot be sent is kept and tried again.
 * @returns a function that stops it, after a last save of what is unsaved
 */
export function watchForm(
  form: HTMLFormElement,
  save: (data: FormData) => Promise<FormState>,
  show: (saving: Saving) => void,
): () => void {
  let dirty = false;
  let running = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Readonly<Record<string, string>> | undefined;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), milliseconds);
  };

  const missed = () => {
    dirty = true;
    failures += 1;
    show({ kind: navigator.onLine ? 'failed' : 'offline' });
    later(Math.min(firstRetryMilliseconds * 2 ** (failures - 1), longestRetryMilliseconds));
  };

  const run = async () => {
    if (!dirty || running) return;
    dirty = false;
    running = true;
    show({ kind: 'saving' });
    const answer = await save(carry(new FormData(form), latest)).catch(() => undefined);
    running = false;
    if (!answer) return missed();
    failures = 0;
    if (answer.status !== 'done') {
      dirty = true;
      const text = 'message' in answer ? (answer.message ?? '') : '';
      return show({ kind: 'refused', text });
    }
    latest = answer.data;
    show({ kind: 'saved', data: latest ?? {} });
    if (dirty) later(idleMilliseconds);
  };

  const now = () => void run();
  const typed = () => {
    dirty = true;
    later(idleMilliseconds);
  };
  const sent = () => {
    dirty = false;
    clearTimeout(timer);
  };
  const hidden = () => {
    if (document.visibilityState === 'hidden') now();
  };
  const leaving = (event: BeforeUnloadEvent) => {
    if (dirty || running) event.preventDefault();
  };
  const dropped = () => {
    if (dirty) show({ kind: 'offline' });
  };

  const listening = new AbortController();
  const { signal } = listening;
  form.addEventListener('input', typed, { signal });
  form.addEventListener('focusout', now, { signal });
  form.addEventListener('submit', sent, { signal });
  document.addEventListener('visibilitychange', hidden, { signal });
  window.addEventListener('beforeunload', leaving, { signal });
  window.addEventListener('online', now, { signal });
  window.addEventListener('offline', dropped, { signal });
  return () => {
    listening.abort();
    clearTimeout(timer);
    now();
  };
}
