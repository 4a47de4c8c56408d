'use client';

import { maximumBytes } from '@/lib/file-size';
import { browserPaths } from '@/lib/browser-paths';

/** Where a file is sent, the token that permits it, and the texts for faults. */
export type Target = {
  applicationId: string;
  requirement: string;
  locale: string;
  csrf: string;
  texts: { lost: string; failed: string; empty: string; tooLarge: string };
};

export type UploadState =
  | { is: 'waiting' }
  | { is: 'sending'; sent: number }
  | { is: 'checking' }
  | { is: 'retrying' | 'busy'; seconds: number }
  | { is: 'stored'; documentId: string }
  | { is: 'failed'; why: string; again: boolean };

export type Upload = {
  readonly id: number;
  readonly target: Target;
  readonly file: File;
  readonly tries: number;
  readonly state: UploadState;
};

const atOnce = 3;
const triesByItself = 6;
const isActive = ({ state }: Upload) => state.is !== 'stored' && state.is !== 'failed';

type Answer = { documentId?: unknown; code?: unknown; detail?: unknown };

function answerOf(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch (error) {
    // For example the error page of a proxy, which has no information for the user.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function addressOf({ target, file }: Upload): string {
  const { applicationId, requirement, locale } = target;
  const query = new URLSearchParams({ applicationId, requirement, locale, name: file.name });
  return `${browserPaths.api.documents()}?${query.toString()}`;
}

/** Makes the browser warn the user before the page is left while files are being sent. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/**
 * Sends files from this browser, a few at a time, whatever page of the portal is shown. Retries an
 * interrupted upload by itself, after a longer wait each time, and at once when the network is back.
 */
export class UploadQueue {
  #uploads: readonly Upload[] = [];
  #next = 1;
  readonly #listeners = new Set<() => void>();
  readonly #requests = new Map<number, XMLHttpRequest>();
  readonly #timers = new Map<number, ReturnType<typeof setInterval>>();

  constructor() {
    if (typeof window !== 'undefined') {
      window.addEventListener('online', () => this.#hurry());
    }
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly list = () => this.#uploads;

  add(files: Iterable<File>, target: Target): void {
    const { texts } = target;
    for (const file of files) {
      const why =
        file.size === 0 ? texts.empty : file.size > maximumBytes ? texts.tooLarge : undefined;
      const state: UploadState = why ? { is: 'failed', why, again: false } : { is: 'waiting' };
      const upload = { id: this.#next, target, file, tries: 0, state };
      this.#next += 1;
      this.#uploads = [...this.#uploads, upload];
    }
    this.#begin();
  }

  /** Stops an upload, or removes a finished one from the list. */
  remove(id: number): void {
    this.#stopWaiting(id);
    this.#uploads = this.#uploads.filter((upload) => upload.id !== id);
    this.#requests.get(id)?.abort();
    this.#requests.delete(id);
    this.#begin();
  }

  retry(id: number, csrf: string): void {
    this.#uploads = this.#uploads.map((upload) =>
      upload.id === id
        ? { ...upload, tries: 1, target: { ...upload.target, csrf }, state: { is: 'waiting' } }
        : upload,
    );
    this.#begin();
  }

  #set(id: number, state: UploadState, tries = 0): void {
    this.#uploads = this.#uploads.map((upload) =>
      upload.id === id ? { ...upload, state, tries: upload.tries + tries } : upload,
    );
    this.#tell();
  }

  #tell(): void {
    if (this.#uploads.some(isActive)) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
    for (const listener of this.#listeners) listener();
  }

  #begin(): void {
    for (const upload of this.#uploads) {
      if (this.#requests.size >= atOnce) break;
      if (upload.state.is === 'waiting') this.#send(upload);
    }
    this.#tell();
  }

  #send(upload: Upload): void {
    const { id, file, target } = upload;
    const request = new XMLHttpRequest();
    this.#requests.set(id, request);
    this.#set(id, { is: 'sending', sent: 0 }, 1);
    request.upload.onprogress = ({ loaded }) =>
      this.#set(id, loaded < file.size ? { is: 'sending', sent: loaded } : { is: 'checking' });
    const over = (then: () => void) => () => {
      if (this.#requests.get(id) !== request) return;
      this.#requests.delete(id);
      then();
      this.#begin();
    };
    request.onload = over(() => this.#answered(id, request));
    request.onerror = over(() => this.#dropped(id));
    request.open('POST', addressOf(upload));
    request.setRequestHeader('x-csrf', target.csrf);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  }

  #find(id: number): Upload | undefined {
    return this.#uploads.find((upload) => upload.id === id);
  }

  #answered(id: number, request: XMLHttpRequest): void {
    const upload = this.#find(id);
    if (!upload) return;
    const { status } = request;
    const { documentId, code, detail } = answerOf(request.responseText);
    const { tries, target } = upload;
    const wait = Number(request.getResponseHeader('retry-after'));
    if (status === 201 && typeof documentId === 'string')
      this.#set(id, { is: 'stored', documentId });
    // Its first sending had arrived; only the answer was lost.
    else if (code === 'file_duplicate' && tries > 1)
      this.#set(id, { is: 'stored', documentId: '' });
    else if (wait > 0 && tries < triesByItself) this.#wait(id, 'busy', wait);
    // 408: the connection was too slow this time.
    else if ([408, 502, 504].includes(status)) this.#dropped(id);
    else {
      const why = typeof detail === 'string' ? detail : target.texts.failed;
      this.#set(id, { is: 'failed', why, again: status >= 500 || status < 404 || status === 429 });
    }
  }

  #dropped(id: number): void {
    const upload = this.#find(id);
    if (!upload) return;
    const { tries, target } = upload;
    if (tries >= triesByItself)
      this.#set(id, { is: 'failed', why: target.texts.lost, again: true });
    else this.#wait(id, 'retrying', Math.min(30, 2 ** tries));
  }

  #wait(id: number, is: 'retrying' | 'busy', seconds: number): void {
    let left = seconds;
    this.#set(id, { is, seconds: left });
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) {
        this.#set(id, { is, seconds: left });
        return;
      }
      this.#stopWaiting(id);
      this.#set(id, { is: 'waiting' });
      this.#begin();
    }, 1000);
    this.#timers.set(id, timer);
  }

  #stopWaiting(id: number): void {
    clearInterval(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Retries at once what waits, because the network is back. */
  #hurry(): void {
    for (const { id, state } of this.#uploads) {
      if (state.is !== 'retrying') continue;
      this.#stopWaiting(id);
      this.#set(id, { is: 'waiting' });
    }
    this.#begin();
  }
}

export const uploadQueue = new UploadQueue();
