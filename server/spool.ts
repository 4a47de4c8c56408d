import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { env } from './env';
import { writtenAt } from './storage-disk';
import { systemFault } from './storage-kind';

/** A file that has arrived and is not checked yet; `drop` deletes it. */
export type Spooled = { path: string; size: number; sha256: string; drop: () => Promise<void> };

export type SpoolRefusal = 'too_large' | 'too_slow';

const folder = () => join(resolve(env().STORAGE_DIR), 'incoming');

/** Returns the next piece; `too_slow` when none arrives in time. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>, idleMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too_slow'>((give) => {
    timer = setTimeout(() => give('too_slow'), idleMs);
  });
  try {
    return await Promise.race([reader.read(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function write(
  path: string,
  body: ReadableStream<Uint8Array>,
  options: { maximumBytes: number; idleMs: number; watch: (piece: Uint8Array) => void },
): Promise<{ size: number; sha256: string } | SpoolRefusal> {
  const hash = createHash('sha256');
  const reader = body.getReader();
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw systemFault(error);
  });
  let size = 0;
  try {
    for (;;) {
      const piece = await next(reader, options.idleMs);
      if (piece === 'too_slow') return piece;
      if (piece.done) return { size, sha256: hash.digest('hex') };
      size += piece.value.length;
      if (size > options.maximumBytes) return 'too_large';
      hash.update(piece.value);
      options.watch(piece.value);
      await file.write(piece.value).catch((error: unknown) => {
        throw systemFault(error);
      });
    }
  } finally {
    await file.close();
    // The reader is released and not cancelled: cancelling would close the connection before the
    // answer.
    reader.releaseLock();
  }
}

/**
 * Writes a body to a file of its own, and counts and hashes it meanwhile; only one piece of it is
 * in memory at a time. After any failure no file is left.
 * @param options.idleMs a sender that is silent for so long is given up
 * @throws StorageFault when the disk is full; any error of the body when its sender is gone
 */
export async function spool(
  body: ReadableStream<Uint8Array>,
  options: { maximumBytes: number; idleMs: number; watch: (piece: Uint8Array) => void },
): Promise<Spooled | SpoolRefusal> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const path = join(folder(), randomUUID());
  const drop = () => rm(path, { force: true });
  try {
    const written = await write(path, body, options);
    if (typeof written === 'object') return { path, ...written, drop };
    await drop();
    return written;
  } catch (error) {
    await drop();
    throw error;
  }
}

/**
 * Deletes files that arrived only in part because their process was killed.
 * @returns how many files that was
 */
export async function clearSpool(before: Date): Promise<number> {
  let cleared = 0;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder())) {
    const path = join(folder(), name);
    const written = await writtenAt(path);
    if (!written || written >= before) continue;
    await rm(path, { force: true });
    cleared += 1;
  }
  return cleared;
}
