import type { Readable } from 'node:stream';

/** Bytes to keep: in memory, or a file that lies at `path` and may be moved away. */
export type Source = Uint8Array | { readonly path: string; readonly size: number };

/** A place for files. Keys are random and never used twice. */
export type Storage = {
  /** Keeps all of it or nothing. @throws StorageFault */
  put: (key: string, source: Source) => Promise<void>;
  /** @throws StorageFault when it is not there or cannot be reached */
  open: (key: string) => Promise<Readable>;
  /** Nothing happens when there is no such file. @throws StorageFault */
  remove: (key: string) => Promise<void>;
  /** Keys of what was kept before an instant, some at a time. */
  listBefore: (instant: Date) => AsyncIterable<string[]>;
  /** Tries that it is there and takes something. @throws StorageFault when not */
  check: () => Promise<void>;
};

export type StorageReason = 'full' | 'missing' | 'unavailable';

/** A file could not be kept or had: a matter of the place, not a bug. */
export class StorageFault extends Error {
  constructor(
    readonly reason: StorageReason,
    cause: unknown,
  ) {
    super(`The storage is ${reason}.`, { cause });
  }
}

const keyShape = /^[0-9a-f]{2}\/[0-9a-f]{48}$/;

export const isKey = (key: string): boolean => keyShape.test(key);

const systemReasons: Readonly<Record<string, StorageReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  ENOENT: 'missing',
};

/** What an error of the file system means for whoever hands in a file. */
export function systemFault(error: unknown): StorageFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new StorageFault(systemReasons[code] ?? 'unavailable', error);
}
