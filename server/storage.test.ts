import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileClock } from '@/lib/testing/file-clock';
import { env } from './env';
import { clearSpool } from './spool';
import { diskStorage } from './storage-disk';
import { StorageFault, type Storage } from './storage-kind';
import { s3Storage } from './storage-s3';

let folder = '';
let server: S3rver;
const stores: Record<string, Storage> = {};

const bucket = (endpoint: string) =>
  s3Storage({
    bucket: 'files',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    endpoint,
    forcePathStyle: true,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanquan-storage-'));
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port } = await server.run();
  stores.disk = diskStorage(join(folder, 'disk'));
  stores.bucket = bucket(`http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const freshKey = () => {
  const name = randomBytes(24).toString('hex');
  return `${name.slice(0, 2)}/${name}`;
};

async function keysBefore(store: Storage, instant: Date) {
  const keys: string[] = [];
  for await (const page of store.listBefore(instant)) keys.push(...page);
  return keys;
}

describe.each(['disk', 'bucket'])('files in a %s', (kind) => {
  const store = () => stores[kind] as Storage;
  const read = async (key: string) => buffer(await store().open(key));

  it('come back as they were put, from memory or from a file', async () => {
    const bytes = randomBytes(300_000);
    const [first, second] = [freshKey(), freshKey()];
    await store().put(first, bytes);
    const path = join(folder, second.slice(3));
    await writeFile(path, bytes);
    await store().put(second, { path, size: bytes.length });
    await rm(path);
    expect(await read(first)).toEqual(bytes);
    expect(await read(second)).toEqual(bytes);
  });

  it('are gone once removed; removing them again is no fault', async () => {
    const key = freshKey();
    await store().put(key, Buffer.from('bytes'));
    await store().remove(key);
    await store().remove(key);
    await expect(store().open(key)).rejects.toMatchObject({ reason: 'missing' });
  });

  it('are listed by age', async () => {
    const key = freshKey();
    await store().put(key, Buffer.from('bytes'));
    expect(await keysBefore(store(), new Date((await fileClock()) + 5_000))).toContain(key);
    expect(await keysBefore(store(), new Date((await fileClock()) - 60_000))).not.toContain(key);
  });

  it('have a place that can be tried without leaving anything', async () => {
    await store().put(freshKey(), Buffer.from('bytes'));
    const before = await keysBefore(store(), new Date((await fileClock()) + 5_000));
    await store().check();
    expect(await keysBefore(store(), new Date((await fileClock()) + 5_000))).toEqual(before);
  });

  it('have keys that lead nowhere else', async () => {
    for (const key of ['../../etc/passwd', 'ab/../x', '', 'AB/ab']) {
      await expect(store().open(key)).rejects.toThrow('Not a storage key.');
      await expect(store().remove(key)).rejects.toThrow('Not a storage key.');
    }
  });
});

it('a store that is not there is reported as missing', async () => {
  const store = bucket('http://127.0.0.1:1');
  await expect(store.put(freshKey(), Buffer.from('x'))).rejects.toBeInstanceOf(StorageFault);
  await expect(store.check()).rejects.toBeInstanceOf(StorageFault);
});

it('a file that a store could not take does not stay open', async () => {
  const store = bucket('http://127.0.0.1:1');
  const path = join(folder, 'not-taken');
  await writeFile(path, randomBytes(300_000));
  const openFiles = async () => (await readdir('/dev/fd')).length;
  const before = await openFiles();
  await Promise.all(
    Array.from({ length: 20 }, () =>
      expect(store.put(freshKey(), { path, size: 300_000 })).rejects.toBeInstanceOf(StorageFault),
    ),
  );
  // Files are closed in the background.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await openFiles()).toBeLessThan(before + 10);
  const missing = { path: `${path}-gone`, size: 1 };
  await expect(store.put(freshKey(), missing)).rejects.toBeInstanceOf(StorageFault);
});

it('a full or read-only disk is reported as such, and leaves nothing', async () => {
  const blocked = join(folder, 'blocked');
  await writeFile(blocked, 'a file where a folder should be');
  const store = diskStorage(blocked);
  await expect(store.put(freshKey(), Buffer.from('x'))).rejects.toBeInstanceOf(StorageFault);
  await expect(store.check()).rejects.toBeInstanceOf(StorageFault);
});

it('what else lies in the folder is not listed', async () => {
  const root = join(folder, 'other');
  await mkdir(join(root, 'incoming'), { recursive: true });
  await mkdir(join(root, 'ab'));
  for (const name of ['incoming/one', 'ab/notes.txt']) {
    await writeFile(join(root, name), 'x');
    await utimes(join(root, name), 0, 0);
  }
  expect(await keysBefore(diskStorage(root), new Date(await fileClock()))).toEqual([]);
});

it('what vanishes while it is looked through is passed over', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none');
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
  const root = join(folder, 'vanishing');
  env().STORAGE_DIR = root;
  const [gone, there] = ['ab', 'ac'].map((name) => `ab/${name.padEnd(48, '0')}`);
  await mkdir(join(root, 'ab'), { recursive: true });
  await mkdir(join(root, 'incoming'));
  // A link to nowhere is listed but cannot be examined, like a file that is deleted between the
  // two.
  for (const name of [gone, 'incoming/gone']) await symlink('nowhere', join(root, String(name)));
  for (const name of [there, 'incoming/there']) await writeFile(join(root, String(name)), 'x');
  const later = new Date((await fileClock()) + 5_000);
  expect(await keysBefore(diskStorage(root), later)).toEqual([there]);
  expect(await clearSpool(later)).toBe(1);
  vi.unstubAllEnvs();
});
