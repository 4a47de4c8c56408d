import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eicarText } from '@/db/testing/files';
import { maximumBytes } from '@/lib/file-size';
import { clamd } from './clamd';
import { env } from './env';
import { log } from './log';
import { scanFile, scannerState } from './scanner';
import { testArchive } from './scanner-probe';

/** How a daemon answers, each as ClamAV 1.4 does with one setting. */
type Behaviour =
  | 'scan'
  /** Its own signatures, without the test text. */
  | 'own signatures'
  /** `StreamMaxLength` too low: it answers at once and stops reading. */
  | 'limit'
  /** The same, but the answer is lost because more bytes were on their way. */
  | 'limit unsaid'
  /** `MaxFileSize` too low: a larger file is "OK". */
  | 'skip'
  /** The same with `AlertExceedsMax`. */
  | 'skip and say'
  | 'hang'
  | 'drop';

/** The limit of the daemons that have one, in bytes. */
const most = 1000;

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Sums up what a stream has brought so far: how much, its last bytes, and whether it is whole. */
class Stream {
  size = 0;
  whole = false;
  tail = '';
  #rest = Buffer.alloc(0);

  push(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#rest.length >= 4) {
      const length = this.#rest.readUInt32BE(0);
      if (length === 0) this.whole = true;
      if (length === 0 || this.#rest.length < 4 + length) return;
      const piece = this.#rest.subarray(4, 4 + length);
      this.size += length;
      this.tail = (this.tail + piece.subarray(-most).toString('latin1')).slice(-most);
      this.#rest = this.#rest.subarray(4 + length);
    }
  }
}

function verdict(stream: Stream, behaviour: Behaviour): string {
  if (stream.size > most && behaviour === 'skip') return 'OK';
  if (stream.size > most && behaviour === 'skip and say') {
    return 'Heuristics.Limits.Exceeded.MaxFileSize(d41d8cd98f00b204e9800998ecf8427e:1001) FOUND';
  }
  const known = behaviour === 'own signatures' ? ['virus'] : ['virus', eicarText];
  return known.some((text) => stream.tail.includes(text)) ? 'Test.Virus FOUND' : 'OK';
}

function serve(socket: Socket, behaviour: Behaviour): void {
  let command = '';
  const stream = new Stream();
  const listen = (bytes: Buffer) => {
    if (behaviour === 'drop') socket.destroy();
    if (behaviour === 'hang' || behaviour === 'drop') return;
    const end = command ? 0 : bytes.indexOf(0) + 1;
    command ||= bytes.subarray(0, end).toString('latin1');
    if (command === 'zPING\0') socket.end('PONG\0');
    else stream.push(bytes.subarray(end));
    if (stream.size > most && behaviour === 'limit') {
      socket.off('data', listen);
      socket.end('INSTREAM size limit exceeded. ERROR\0');
    } else if (stream.size > most && behaviour === 'limit unsaid') socket.resetAndDestroy();
    else if (stream.whole) socket.end(`stream: ${verdict(stream, behaviour)}\0`);
  };
  socket.on('data', listen);
}

/** Starts a scanner that behaves as clamd does and recognises one virus. */
async function daemon(behaviour: Behaviour, path?: string): Promise<URL> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket, behaviour);
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

it.each(['hang', 'drop'] as const)(
  'a scanner that does not get through (%s) leaves a file unscanned',
  async (behaviour) => {
    const scanner = clamd(await daemon(behaviour), 300);
    expect(await scanner.scan(large())).toMatchObject({ kind: 'unavailable' });
    expect(await scanner.ping()).toBe(false);
  },
);

it.each(['limit', 'limit unsaid', 'skip and say'] as const)(
  'a scanner whose limit is below a file (%s) has not scanned it, and found nothing',
  async (behaviour) => {
    const scanner = clamd(await daemon(behaviour));
    expect(await scanner.scan(large())).toMatchObject({ kind: 'beyond_limits' });
    expect(await scanner.scan(pieces('a virus'))).toMatchObject({ kind: 'infected' });
  },
);

it('so does one that is not there', async () => {
  const scanner = clamd(new URL('tcp://127.0.0.1:1'));
  expect(await scanner.scan(pieces('x'))).toMatchObject({ kind: 'unavailable' });
  expect(await scanner.ping()).toBe(false);
});

const settings = (url: string | undefined) => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none');
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
  env().CLAMD_URL = url;
};

describe('the state of the scanner', () => {
  it.each([
    ['scan', 'ready'],
    ['own signatures', 'ready'],
    ['limit', 'limits_too_low'],
    ['limit unsaid', 'limits_too_low'],
    ['skip', 'limits_too_low'],
    ['skip and say', 'limits_too_low'],
    ['drop', 'unreachable'],
  ] as const)('of one that answers so (%s) is %s', async (behaviour, state) => {
    settings((await daemon(behaviour)).href);
    const error = vi.spyOn(log(), 'error').mockReturnValue(undefined);
    // On a busy machine a check may take longer than a caller waits for it.
    await vi.waitFor(async () => expect(await scannerState()).toBe(state), { timeout: 30_000 });
    expect(error).toHaveBeenCalledTimes(state === 'limits_too_low' ? 1 : 0);
    expect(await scannerState()).toBe(state);
    expect(error).toHaveBeenCalledTimes(state === 'limits_too_low' ? 1 : 0);
    error.mockRestore();
  });

  it('does not wait for a trial that hangs', async () => {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes: Buffer) => {
        if (bytes.toString('latin1') === 'zPING\0') socket.end('PONG\0');
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    settings(`tcp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    expect(await scannerState()).toBe('ready');
    expect([...sockets].filter((socket) => !socket.destroyed)).toHaveLength(1);
  });

  it('is tried with a file exactly as large as the portal takes', () => {
    let size = 0;
    for (const piece of testArchive(maximumBytes)) size += piece.length;
    expect(size).toBe(maximumBytes);
  });
});

it.each([undefined, 'tcp://127.0.0.1:1'])(
  'holds no file open that it did not read (%s)',
  async (url) => {
    settings(url);
    const folder = await mkdtemp(join(tmpdir(), 'suanquan-scan-'));
    const path = join(folder, 'file');
    await writeFile(path, 'a harmless file');
    const openFiles = async () => (await readdir('/dev/fd')).length;
    const before = await openFiles();
    for (let n = 0; n < 20; n += 1) {
      expect((await scanFile(path)).kind).toBe(url ? 'unavailable' : 'clean');
    }
    // Files are opened in the background.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await openFiles()).toBeLessThan(before + 10);
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  },
);
