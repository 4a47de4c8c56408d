import type { Readable } from 'node:stream';

/** Bytes to keep: in memory, or a file at `path`, which may be moved away. */
export type Source = Uint8Array | { readonly path: string; readonly size: number };

/** A storage of files. Keys are random and never used twice. */
export type Storage = {
  /**
   * Keeps the whole file or nothing.
   * @throws StorageFault
   */
  put: (key: string, source: Source) => Promise<void>;
  /**
   * Opens a file.
   * @throws StorageFault when it is not there or cannot be reached
   */
  open: (key: string) => Promise<Readable>;
  /**
   * Removes a file; does nothing when there is no such file.
   * @throws StorageFault
   */
  remove: (key: string) => Promise<void>;
  /** Lists the keys of files that were kept before an instant, some at a time. */
  listBefore: (instant: Date) => AsyncIterable<string[]>;
  /**
   * Checks that the storage is there and accepts a write.
   * @throws StorageFault when not
   */
  check: () => Promise<void>;
};

export type StorageReason = 'full' | 'missing' | 'unavailable';

/**
 * Reports that a file could not be kept or read, because of the storage and not because of a bug.
 */
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

/** Returns what an error of the file system means for the user who hands in a file. */
export function systemFault(error: unknown): StorageFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new StorageFault(systemReasons[code] ?? 'unavailable', error);
}
