import 'server-only';
import { connect, type Socket } from 'node:net';

export type Verdict =
  | { kind: 'clean' }
  | { kind: 'infected'; signature: string }
  /** It could not be scanned now, so the file must not be accepted; a later attempt may succeed. */
  | { kind: 'unavailable'; reason: string }
  /** It was not scanned, because the scanner's own limits are too low for it; only a changed setting helps. */
  | { kind: 'beyond_limits'; reason: string };

export type Scanner = {
  scan: (bytes: AsyncIterable<Uint8Array>) => Promise<Verdict>;
  /** Returns whether the scanner answers. */
  ping: () => Promise<boolean>;
};

/** Opens a connection that fails when it is idle for the given time. */
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

/** Reads the scanner's answer, until its NUL or the end. */
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

/** Waits until there is room to send, or until the scanner stops reading. */
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

/** Reads the answer to a scan. With `AlertExceedsMax` ClamAV reports a limit as if it were malware. */
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

/** Sends a file in pieces that each begin with their length; stops where the scanner closes the connection. */
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

/** Sends one command and returns the answer; `body` is sent after the command in clamd's pieces. */
async function converse(
  address: URL,
  patienceMs: number,
  command: string,
  body?: AsyncIterable<Uint8Array>,
): Promise<string> {
  const socket = await dial(address, patienceMs);
  try {
    const answer = answerOf(socket);
    // It is awaited below. Until then a scanner that closes the connection must not cause an unhandled rejection.
    answer.catch(() => undefined);
    await send(socket, Buffer.from(`z${command}\0`, 'latin1'));
    if (body) await sendBody(socket, body);
    return await answer;
  } finally {
    socket.destroy();
  }
}

/** Returns whether the other side ended the connection; a connection that never opened or timed out is different. */
const hungUp = (error: unknown) => /EPIPE|ECONNRESET|hung up/.test(String(error));

/**
 * Returns ClamAV's daemon as a scanner, over TCP or a socket of this machine (clamd(8), `zINSTREAM`). Any answer except its plain
 * "OK" or "FOUND" counts as not scanned.
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
        // ClamAV refuses a file that is too large by closing the connection, and its reply is lost when more of the file was
        // already sent. A scanner that is down does not answer a moment later.
        if (hungUp(error) && (await ping())) return { kind: 'beyond_limits', reason };
        return { kind: 'unavailable', reason };
      }
    },
  };
}
