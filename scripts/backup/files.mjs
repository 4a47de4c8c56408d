/** Finds the files that people hand in, for a backup and for what is restored from one. */
import { join } from 'node:path';
import { dataDir } from '../lib/project.mjs';

/** Returns the folder of files; nothing where they are in a bucket. */
export const filesFolder = () =>
  process.env.S3_BUCKET ? undefined : (process.env.STORAGE_DIR ?? join(dataDir, 'files'));

/**
 * Returns whether a path in that folder is of a kept file and not of one that is still arriving.
 */
export const isKept = (path) => /^[0-9a-f]{2}(\/[0-9a-f]{48})?$/.test(path);
