import { createServer, type Server, type Socket } from 'node:net';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { env } from './env';
import { clamd, scanFile } from './scanner';

type Behaviour = 'scan' | 'limit' | 'hang' | 'drop';

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => server.close(resolve));
  }
});

/** The pieces of a stream after its command; undefined while it is not whole. */
function streamOf(sent: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

/** A scanner that speaks as clamd does, and knows one virus. */
async function daemon(behaviour: Behaviour, path?: string): Promise<URL> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let sent = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      sent = Buffer.concat([sent, piece]);
      if (behaviour === 'drop') socket.destroy();
      if (behaviour === 'hang') return;
      if (behaviour === 'limit' && sent.length > 1000) {
        socket.end('INSTREAM size limit exceeded. ERROR\0');
        return;
      }
      if (sent.toString('latin1') === 'zPING\0') socket.end('PONG\0');
      const stream = sent.toString('latin1').startsWith('zINSTREAM\0') && streamOf(sent);
      if (stream) socket.end(`stream: ${stream.includes('virus') ? 'Test.Virus FOUND' : 'OK'}\0`);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) =>
    path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
  );
  const address = server.address();
  if (typeof address === 'string' || !address) return new URL(`unix://${address ?? ''}`);
  return new URL(`tcp://127.0.0.1:${address.port}`);
}

async function* pieces(...texts: string[]) {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}
const large = () => pieces(...Array.from({ length: 40 }, () => 'x'.repeat(64 * 1024)));

it('takes what the scanner finds clean', async () => {
  const scanner = clamd(await daemon('scan'));
  expect(await scanner.scan(pieces('a harmless', ' file'))).toEqual({ kind: 'clean' });
  expect(await scanner.scan(large())).toEqual({ kind: 'clean' });
  expect(await scanner.ping()).toBe(true);
});

it('names what it finds, across its pieces too', async () => {
  const scanner = clamd(await daemon('scan'));
  const found = { kind: 'infected', signature: 'Test.Virus' };
  expect(await scanner.scan(pieces('a vi', 'rus'))).toEqual(found);
});

it('speaks over a socket of the machine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'suanquan-clamd-'));
  const scanner = clamd(await daemon('scan', join(folder, 'clamd.sock')));
  expect(await scanner.scan(pieces('virus'))).toMatchObject({ kind: 'infected' });
  await rm(folder, { recursive: true });
});

it.each(['limit', 'hang', 'drop'] as const)(
  'a scanner that does not get through (%s) leaves a file unscanned',
  async (behaviour) => {
    const scanner = clamd(await daemon(behaviour), 300);
    expect(await scanner.scan(large())).toMatchObject({ kind: 'unavailable' });
    expect(await scanner.ping()).toBe(behaviour === 'limit');
  },
);

it('so does one that is not there', async () => {
  const scanner = clamd(new URL('tcp://127.0.0.1:1'));
  expect(await scanner.scan(pieces('x'))).toMatchObject({ kind: 'unavailable' });
  expect(await scanner.ping()).toBe(false);
});

it.each([undefined, 'tcp://127.0.0.1:1'])(
  'holds no file open that it did not read (%s)',
  async (url) => {
    vi.stubEnv('DATABASE_URL', 'postgres://localhost/none');
    vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
    env().CLAMD_URL = url;
    const folder = await mkdtemp(join(tmpdir(), 'suanquan-scan-'));
    const path = join(folder, 'file');
    await writeFile(path, 'a harmless file');
    const openFiles = async () => (await readdir('/dev/fd')).length;
    const before = await openFiles();
    for (let n = 0; n < 20; n += 1) {
      expect((await scanFile(path)).kind).toBe(url ? 'unavailable' : 'clean');
    }
    // What was opened is opened in the background.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await openFiles()).toBeLessThan(before + 10);
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  },
);
