import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { env } from './env';

const keyShape = /^[0-9a-f]{2}\/[0-9a-f]{48}$/;

function pathOf(key: string): string {
  if (!keyShape.test(key)) throw new Error('Not a storage key.');
  return join(resolve(env().STORAGE_DIR), key);
}

/** Writes bytes under a new random key. Written before its row: an orphan harms nobody, a gap does. */
export async function storeBytes(bytes: Uint8Array): Promise<string> {
  const name = randomBytes(24).toString('hex');
  const key = `${name.slice(0, 2)}/${name}`;
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
  return key;
}

/** The bytes under a key, as a stream. @throws Error when they are not there */
export async function openBytes(key: string): Promise<ReadableStream<Uint8Array>> {
  const file = await open(pathOf(key));
  return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
}
