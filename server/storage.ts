import 'server-only';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { env } from './env';
import { diskStorage } from './storage-disk';
import type { Source, Storage } from './storage-kind';
import { s3Storage } from './storage-s3';

let chosen: Storage | undefined;

/**
 * Returns where this portal keeps files: a bucket where one is set, a folder of this machine
 * otherwise.
 */
export function storage(): Storage {
  return (chosen ??= choose());
}

function choose(): Storage {
  const set = env();
  if (set.S3_BUCKET === undefined) return diskStorage(set.STORAGE_DIR);
  return s3Storage({
    bucket: set.S3_BUCKET,
    region: set.S3_REGION,
    accessKeyId: set.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: set.S3_SECRET_ACCESS_KEY ?? '',
    endpoint: set.S3_ENDPOINT,
    forcePathStyle: set.S3_FORCE_PATH_STYLE === 'on',
  });
}

/**
 * Keeps bytes under a new random key. They are kept before their row is written: a file without a
 * row is harmless and is swept within a day, but a row without a file would stay broken.
 * @throws StorageFault when there is no room, or the store cannot be reached
 */
export async function storeBytes(source: Source): Promise<string> {
  const name = randomBytes(24).toString('hex');
  const key = `${name.slice(0, 2)}/${name}`;
  await storage().put(key, source);
  return key;
}

/**
 * Returns the bytes under a key, as a stream.
 * @throws StorageFault when they are not there
 */
export async function openBytes(key: string): Promise<ReadableStream<Uint8Array>> {
  return Readable.toWeb(await storage().open(key)) as ReadableStream<Uint8Array>;
}
