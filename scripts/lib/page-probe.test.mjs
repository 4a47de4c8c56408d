import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probePages } from './page-probe.mjs';

/** Serves pages from a separate thread, and counts them in memory that this thread can read while it is busy. */
const server = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  const served = new Int32Array(workerData);
  createServer((request, response) => {
    Atomics.add(served, 0, 1);
    Atomics.notify(served, 0);
    response.statusCode = request.url === '/missing' ? 404 : 200;
    response.end('a page');
  }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

let worker;
let address;
let served;

beforeAll(async () => {
  const memory = new SharedArrayBuffer(4);
  served = new Int32Array(memory);
  worker = new Worker(server, { eval: true, workerData: memory });
  const [port] = await once(worker, 'message');
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => worker.terminate());

describe('a probe of pages', () => {
  it('gives the time of each answer, the shortest first', async () => {
    const end = probePages([`${address}/`, `${address}/programmes`]);
    const taken = await end();
    expect(taken.length).toBeGreaterThanOrEqual(2);
    expect(taken.every((one) => one > 0)).toBe(true);
    expect([...taken].sort((a, b) => a - b)).toEqual(taken);
  });

  it('goes on while its caller is busy', async () => {
    const end = probePages([`${address}/`]);
    const wanted = Atomics.load(served, 0) + 5;
    // This blocks the thread, as the work of a sender does.
    for (let now = Atomics.load(served, 0); now < wanted; now = Atomics.load(served, 0)) {
      expect(Atomics.wait(served, 0, now, 120_000)).not.toBe('timed-out');
    }
    expect((await end()).length).toBeGreaterThanOrEqual(5);
  });

  it('tells of a page that fails', async () => {
    await expect(probePages([`${address}/missing`])()).rejects.toThrow('answered 404');
  });
});
