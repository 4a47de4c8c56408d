import 'server-only';
import { connect, type Socket } from 'node:net';

export type Verdict =
  | { kind: 'clean' }
  | { kind: 'infected'; signature: string }
  /** Not scanned now, and so not to be taken; a later attempt may succeed. */
  | { kind: 'unavailable'; reason: string }
  /** Not scanned, because the scanner's own limits are too low for it: only a changed setting helps. */
  | { kind: 'beyond_limits'; reason: string };

export type Scanner = {
  scan: (bytes: AsyncIterable<Uint8Array>) => Promise<Verdict>;
  /** Tells whether it answers. */
  ping: () => Promise<boolean>;
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

/** Reads what it says, to its NUL or to the end. */
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

/** Reads the answer to a scan. With `AlertExceedsMax` a limit is reported as if it were malware. */
function verdictOf(answer: string): Verdict {
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found?.startsWith('Heuristics.Limits.Exceeded')) {
    return { kind: 'beyond_limits', reason: found };
  }
  if (found) return { kind: 'infected', signature: found };
  if (answer === 'stream: OK') return { kind: 'clean' };
  const reason = answer.slice(0, 200);
  return { kind: sizeRefused.test(answer) ? 'beyond_limits' : 'unavailable', reason };
}

const sizeRefused = /size limit exceeded/i;

/** Sends a file in pieces that each begin with their length; stops where the scanner hangs up. */
async function sendBody(socket: Socket, body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of body) {
    if (socket.destroyed) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await send(socket, length);
    await send(socket, piece);
  }
  await send(socket, Buffer.alloc(4));
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
    if (body) await sendBody(socket, body);
    return await answer;
  } finally {
    socket.destroy();
  }
}

/** Tells a connection that the other side ended from one that never came about or fell silent. */
const hungUp = (error: unknown) => /EPIPE|ECONNRESET|hung up/.test(String(error));

/**
 * ClamAV's daemon, over TCP or a socket of this machine (clamd(8), `zINSTREAM`). Anything but its
 * plain "OK" or "FOUND" counts as not scanned.
 */
export function clamd(address: URL, patienceMs = 15_000): Scanner {
  const ping = async () => {
    try {
      return (await converse(address, Math.min(patienceMs, 2_000), 'PING')) === 'PONG';
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  };
  return {
    ping,
    async scan(bytes) {
      try {
        return verdictOf(await converse(address, patienceMs, 'INSTREAM', bytes));
      } catch (error) {
        const reason = String(error);
        // A file that is too large is refused by hanging up, and the reply is lost when more of the
        // file was already on its way. A scanner that went down does not answer a moment later.
        if (hungUp(error) && (await ping())) return { kind: 'beyond_limits', reason };
        return { kind: 'unavailable', reason };
      }
    },
  };
}
