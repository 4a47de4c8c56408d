import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { speaksPostgres, watchServer } from './watch-database.mjs';

test('a database that ended is started again, for ever, with growing pauses, and told in a line each', async () => {
  const lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(text.trim()));
  let runs = false;
  let refusals = 2;
  const launch = vi.fn(() => {
    if (refusals === 0) runs = true;
    else {
      refusals -= 1;
      throw new Error('The disk is full.');
    }
  });
  const unwatch = watchServer({ port: 1, runs: () => runs, launch });
  try {
    await vi.waitUntil(() => runs, { timeout: 30_000 });
  } finally {
    await unwatch();
    vi.restoreAllMocks();
  }
  expect(launch).toHaveBeenCalledTimes(3);
  expect(lines).toEqual([
    'The database ended; it is started again in 1 s.',
    'The disk is full. It is tried again in 1 s.',
    'The disk is full. It is tried again in 2 s.',
    'The database runs again.',
  ]);
});

test('only what speaks PostgreSQL counts as a database that answers', async () => {
  const listen = async (answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () => answer && socket.write(answer));
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return server;
  };
  const postgres = await listen('N');
  const other = await listen('HTTP/1.1 400 Bad Request\r\n\r\n');
  const frozen = await listen('');
  expect(await speaksPostgres(postgres.address().port)).toBe(true);
  expect(await speaksPostgres(other.address().port)).toBe(false);
  expect(await speaksPostgres(frozen.address().port, 200)).toBe(false);
  const { port } = frozen.address();
  for (const server of [postgres, other, frozen]) server.close();
  expect(await speaksPostgres(port)).toBe(false);
});
