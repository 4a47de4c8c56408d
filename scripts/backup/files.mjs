/** Finds the files that people hand in, for a backup and for what is restored from one. */
import { join } from 'node:path';
import { dataDir } from '../lib/project.mjs';

/** The folder of files; nothing where they lie in a bucket. */
export const filesFolder = () =>
  process.env.S3_BUCKET ? undefined : (process.env.STORAGE_DIR ?? join(dataDir, 'files'));

/** Tells of a path in that folder whether it is of a file that is kept: what only arrives is not. */
export const isKept = (path) => /^[0-9a-f]{2}(\/[0-9a-f]{48})?$/.test(path);
