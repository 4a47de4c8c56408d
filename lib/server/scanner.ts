import 'server-only';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { env } from './env';

export type Verdict =
  | { kind: 'clean' }
  | { kind: 'infected'; signature: string }
  /** Not scanned, and so not to be taken. */
  | { kind: 'unavailable'; reason: string };

export type Scanner = {
  scan: (bytes: AsyncIterable<Uint8Array>) => Promise<Verdict>;
  /** Whether it answers. */
  ping: () => Promise<boolean>;
};

/** Where no scanner is set up. */
const noScanner: Scanner = {
  scan: () => Promise.resolve({ kind: 'clean' }),
  ping: () => Promise.resolve(true),
};

/** Opens a connection that fails when nothing moves on it for so long. */
function dial(address: URL, patienceMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket =
      address.protocol === 'unix:'
        ? connect(decodeURIComponent(address.pathname))
        : connect(Number(address.port || 3310), address.hostname.replace(/^\[|\]$/g, ''));
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner does not answer')));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/** What it says, to its NUL or to the end. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1');
      if (text.includes('\0') || text.length > 4096) resolve(text.split('\0')[0] ?? '');
    });
    socket.once('error', reject);
    socket.once('close', () => {
      if (text === '') reject(new Error('the scanner hung up'));
      else resolve(text.trim());
    });
  });
}

/** Waits until there is room, or until the scanner has heard enough. */
const send = (socket: Socket, bytes: Uint8Array) =>
  new Promise<void>((resolve) => {
    if (socket.destroyed || socket.write(bytes)) {
      resolve();
      return;
    }
    const go = () => {
      socket.off('drain', go);
      socket.off('close', go);
      resolve();
    };
    socket.on('drain', go);
    socket.on('close', go);
  });

function verdictOf(answer: string): Verdict {
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found) return { kind: 'infected', signature: found };
  if (answer === 'stream: OK') return { kind: 'clean' };
  return { kind: 'unavailable', reason: answer.slice(0, 200) };
}

/** One command, and what came back; `body` is sent after it in clamd's pieces. */
async function converse(
  address: URL,
  patienceMs: number,
  command: string,
  body?: AsyncIterable<Uint8Array>,
): Promise<string> {
  const socket = await dial(address, patienceMs);
  try {
    const answer = answerOf(socket);
    // Awaited below; a scanner that hangs up while bytes still go out must not be an unhandled fault.
    answer.catch(() => undefined);
    await send(socket, Buffer.from(`z${command}\0`, 'latin1'));
    if (body) {
      for await (const piece of body) {
        if (socket.destroyed) break;
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        await send(socket, length);
        await send(socket, piece);
      }
      await send(socket, Buffer.alloc(4));
    }
    return await answer;
  } finally {
    socket.destroy();
  }
}

/**
 * ClamAV's daemon, over TCP or a socket of this machine (clamd(8), `zINSTREAM`). Anything but its
 * plain "OK" or "FOUND" counts as not scanned.
 */
export function clamd(address: URL, patienceMs = 15_000): Scanner {
  return {
    async scan(bytes) {
      try {
        return verdictOf(await converse(address, patienceMs, 'INSTREAM', bytes));
      } catch (error) {
        return { kind: 'unavailable', reason: String(error) };
      }
    },
    async ping() {
      try {
        return (await converse(address, Math.min(patienceMs, 2_000), 'PING')) === 'PONG';
      } catch (error) {
        if (error instanceof Error) return false;
        throw error;
      }
    },
  };
}

/** The scanner that is set up. */
export function scanner(): Scanner {
  const { CLAMD_URL } = env();
  return CLAMD_URL === undefined ? noScanner : clamd(new URL(CLAMD_URL));
}

/** Opens only once somebody reads: a scanner that reads nothing would leave the file open for good. */
async function* bytesOf(path: string) {
  yield* createReadStream(path) as AsyncIterable<Buffer>;
}

/** Has a file looked through. */
export const scanFile = (path: string): Promise<Verdict> => scanner().scan(bytesOf(path));
