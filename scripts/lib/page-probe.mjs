/** Requests pages from a separate thread, so that the work of sending a load does not count as waiting for the portal. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * Requests one page after the other until it is stopped.
 * @returns milliseconds to the last byte of each answer
 */
async function ask(url, state) {
  const taken = [];
  do {
    const start = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
    taken.push(performance.now() - start);
  } while (!state.over);
  return taken;
}

/**
 * Starts to request pages, one after the other.
 * @returns a function that stops this and returns the milliseconds of all answers, the shortest first
 */
export function probePages(pages) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { pages } });
  const outcome = new Promise((resolve) => {
    worker.once('message', (taken) => resolve({ taken }));
    worker.once('error', (error) => resolve({ error }));
  });
  return async () => {
    worker.postMessage('over');
    const { taken, error } = await outcome;
    if (error) throw error;
    return taken.flat().sort((a, b) => a - b);
  };
}

if (!isMainThread && workerData?.pages) {
  const state = { over: false };
  parentPort.once('message', () => {
    state.over = true;
  });
  parentPort.postMessage(await Promise.all(workerData.pages.map((page) => ask(page, state))));
}
