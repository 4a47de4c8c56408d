import 'server-only';
import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isKey, systemFault, type Source, type Storage } from './storage-kind';

/** Waits until a file or folder is written to the disk, so that it survives a loss of power. */
async function syncToDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Brings a file to its place: by a hard link, which costs nothing; across file systems the bytes
 * have to be copied.
 */
async function bring(source: Source, path: string): Promise<void> {
  if (source instanceof Uint8Array) {
    await writeFile(path, source, { mode: 0o600, flag: 'wx' });
    return;
  }
  try {
    await link(source.path, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code !== 'EEXIST')) throw error;
    await copyFile(source.path, path);
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Returns when a file was last written; nothing where it was deleted meanwhile. */
export async function writtenAt(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw systemFault(error);
  }
}

async function* foldersIn(root: string): AsyncIterable<string> {
  try {
    for (const entry of await readdir(root, { withFileTypes: true })) {
      if (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) yield entry.name;
    }
  } catch (error) {
    if (!isMissing(error)) throw systemFault(error);
  }
}

async function* listBefore(root: string, instant: Date): AsyncIterable<string[]> {
  for await (const folder of foldersIn(root)) {
    const keys: string[] = [];
    for (const name of await readdir(join(root, folder))) {
      const key = `${folder}/${name}`;
      const written = isKey(key) ? await writtenAt(join(root, key)) : undefined;
      if (written && written < instant) keys.push(key);
    }
    if (keys.length > 0) yield keys;
  }
}

/** Returns the storage in a folder of this machine. */
export function diskStorage(folder: string): Storage {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    if (!isKey(key)) throw new Error('Not a storage key.');
    return join(root, key);
  };
  return {
    async put(key, source) {
      const path = pathOf(key);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await bring(source, path);
        await syncToDisk(path, 'r+');
        // Windows cannot do this for a folder.
        if (process.platform !== 'win32') {
          await syncToDisk(dirname(path), 'r');
          await syncToDisk(root, 'r');
        }
      } catch (error) {
        // This deletes half a file; if that fails too, the sweep deletes it later.
        await rm(path, { force: true }).catch(() => undefined);
        throw systemFault(error);
      }
    },
    async open(key) {
      const path = pathOf(key);
      try {
        return (await open(path)).createReadStream();
      } catch (error) {
        throw systemFault(error);
      }
    },
    async remove(key) {
      const path = pathOf(key);
      try {
        await rm(path, { force: true });
      } catch (error) {
        throw systemFault(error);
      }
    },
    listBefore: (instant) => listBefore(root, instant),
    async check() {
      const path = join(root, `.probe-${randomUUID()}`);
      try {
        // This is more than fits beside a file's name, so that it needs space on the disk.
        await writeFile(path, Buffer.alloc(8_192, 1), { mode: 0o600, flag: 'wx' });
        await rm(path);
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined);
        throw systemFault(error);
      }
    },
  };
}
