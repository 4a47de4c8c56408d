import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { maximumBytes } from '@/lib/file-size';
import { UploadQueue, type Target } from './upload-queue';

/** Requests whose answers the test chooses. */
let requests: FakeRequest[] = [];
class FakeRequest {
  status = 0;
  responseText = '';
  upload = {};
  onload: () => void = () => undefined;
  open = () => undefined;
  setRequestHeader = () => undefined;
  getResponseHeader = () => null;
  send = () => {
    requests.push(this);
  };
  answer(status: number, body: object = {}) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload();
  }
}

const target: Target = {
  applicationId: 'a',
  requirement: 'contract',
  locale: 'zh-CN',
  csrf: 'token',
  texts: { lost: 'lost', failed: 'failed', empty: 'empty', tooLarge: 'too large' },
};

beforeEach(() => {
  vi.useFakeTimers();
  requests = [];
  const listening = { addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('window', listening);
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const stateOf = (queue: UploadQueue) => queue.list()[0]?.state;

function sending(): UploadQueue {
  const queue = new UploadQueue();
  queue.add([new File(['x'], 'contract.pdf')], target);
  return queue;
}

it.each([408, 502, 504])('retries by itself what an answer of %i interrupted', (status) => {
  const queue = sending();
  requests[0]?.answer(status, { detail: 'too slow' });
  expect(stateOf(queue)).toMatchObject({ is: 'retrying' });
  vi.advanceTimersByTime(2_000);
  requests[1]?.answer(201, { documentId: 'd' });
  expect(stateOf(queue)).toEqual({ is: 'stored', documentId: 'd' });
});

it('stops and waits for the user once six attempts were too slow', () => {
  const queue = sending();
  for (let n = 0; n < 6; n += 1) {
    requests[n]?.answer(408);
    vi.advanceTimersByTime(30_000);
  }
  expect(requests).toHaveLength(6);
  expect(stateOf(queue)).toEqual({ is: 'failed', why: 'lost', again: true });
});

it('does not send again what was refused or is too large to be sent', () => {
  const queue = sending();
  requests[0]?.answer(422, { detail: 'no' });
  expect(stateOf(queue)).toEqual({ is: 'failed', why: 'no', again: false });
  const large = new File([], 'large.pdf');
  Object.defineProperty(large, 'size', { value: maximumBytes + 1 });
  const other = new UploadQueue();
  other.add([large], target);
  expect(stateOf(other)).toEqual({ is: 'failed', why: 'too large', again: false });
});
